using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Matinee.Api.Posters;

/// <summary>The two questions to TMDB: where a movie's poster lies, and the picture itself.</summary>
internal sealed partial class TmdbClient(PosterOptions options, TmdbConnection tmdb)
{
    /// <summary>A movie's page in JSON has a few thousand.</summary>
    internal const int MostJsonBytes = 1 << 20;

    /// <summary>The widest pictures asked for have 100 000 or so.</summary>
    internal const int MostImageBytes = 2 << 20;

    /// <summary>How long a movie is left alone whose poster is none.</summary>
    private static readonly TimeSpan AfterNonsense = TimeSpan.FromMinutes(10);

    /// <summary>Where the poster lies, as <c>/x1.jpg</c>; null where TMDB knows no movie or no poster.</summary>
    /// <exception cref="TmdbTroubleException">It can't be said now.</exception>
    public async Task<string?> PathAsync(TmdbMovie movie)
    {
        if (
            movie.TmdbId is { } id
            && await JsonAsync(string.Create(CultureInfo.InvariantCulture, $"3/movie/{id}")) is { } found
        )
        {
            using (found)
            {
                return PathIn(found.RootElement);
            }
        }

        // Numbers at TMDB are given up at times, those at IMDb stay.
        if (movie.ImdbId is { } imdb && await JsonAsync($"3/find/tt{imdb}?external_source=imdb_id") is { } list)
        {
            using (list)
            {
                JsonElement? first = First(list.RootElement, "movie_results") ?? First(list.RootElement, "tv_results");
                return first is { } one ? PathIn(one) : null;
            }
        }

        return null;
    }

    /// <summary>The picture; null where there is none at this place any more.</summary>
    /// <exception cref="TmdbTroubleException">It can't be had now, or is no picture.</exception>
    public async Task<Poster?> ImageAsync(string path, PosterSize size)
    {
        TmdbAnswer answer = await tmdb.AskAsync(
            () =>
                new(HttpMethod.Get, new Uri(options.ImageUrl, $"{size.Width()}{path}"))
                {
                    Headers = { { "Accept", Poster.ContentTypes } },
                },
            MostImageBytes
        );
        if (answer.Status == HttpStatusCode.NotFound)
        {
            return null;
        }

        Poster? poster =
            answer is { Status: HttpStatusCode.OK, MediaType: { } type, Body: { } body }
            && Poster.ContentTypes.Contains(type, StringComparer.OrdinalIgnoreCase)
                ? Poster.Of(body)
                : null;
        if (poster is null)
        {
            throw Nonsense("TMDB's answer is no picture, or a very large one.");
        }

        tmdb.Succeed();
        return poster;
    }

    // Null: TMDB does not know it.
    private async Task<JsonDocument?> JsonAsync(string address)
    {
        TmdbAnswer answer = await tmdb.AskAsync(
            () =>
            {
                HttpRequestMessage request = options.Key.Ask(new Uri(options.ApiUrl, address));
                request.Headers.Add("Accept", "application/json");
                return request;
            },
            MostJsonBytes
        );
        if (answer.Status == HttpStatusCode.NotFound)
        {
            tmdb.Succeed();
            return null;
        }

        if (answer is not { Status: HttpStatusCode.OK, Body: { } body })
        {
            throw tmdb.Fail(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"TMDB answered in an unknown way (status {(int)answer.Status})."
                )
            );
        }

        try
        {
            var json = JsonDocument.Parse(body);
            tmdb.Succeed();
            return json;
        }
        catch (JsonException)
        {
            throw tmdb.Fail("TMDB answered in an unknown way (no JSON).");
        }
    }

    private static JsonElement? First(JsonElement answer, string list) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty(list, out JsonElement results)
        && results.ValueKind == JsonValueKind.Array
        && results.GetArrayLength() > 0
            ? results[0]
            : null;

    private static string? PathIn(JsonElement movie)
    {
        if (movie.ValueKind != JsonValueKind.Object || !movie.TryGetProperty("poster_path", out JsonElement path))
        {
            throw Nonsense("TMDB says nothing about a poster.");
        }

        return path.ValueKind == JsonValueKind.Null ? null
            : path.ValueKind == JsonValueKind.String && ImagePath().IsMatch(path.GetString()!) ? path.GetString()
            : throw Nonsense("TMDB names a place for the poster that can't be.");
    }

    private static TmdbTroubleException Nonsense(string what) =>
        new(what, AfterNonsense) { WasAsked = true, OfTheMovie = true };

    // It becomes part of an address: no other folder, no other host.
    [GeneratedRegex(@"^/[A-Za-z0-9_-]{1,100}\.(jpg|jpeg|png|webp)\z")]
    private static partial Regex ImagePath();
}
