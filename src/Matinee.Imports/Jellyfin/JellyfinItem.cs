using System.Text.Json;
using Matinee.Imports.Libraries;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Jellyfin;

/// <summary>One entry of a Jellyfin or Emby library.</summary>
internal static class JellyfinItem
{
    private static readonly string[] ImdbNames = ["imdb", "imdbid"];

    // And not TmdbCollection, which numbers a series of films.
    private static readonly string[] TmdbNames = ["tmdb", "tmdbid", "themoviedb", "moviedb"];

    /// <summary>A row where the entry is a movie; else it is skipped.</summary>
    public static void Add(LibraryRows rows, ImportPlace place, JsonElement item)
    {
        try
        {
            string name = JsonFields.Text(item, "Name") ?? "";
            if (Unfit(item) is { } reason)
            {
                rows.Skip(place, name, reason);
                return;
            }

            AddMovie(rows, place, item, name);
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json says of half a surrogate pair.
            rows.Skip(place, "", "Its text is damaged.");
        }
    }

    private static void AddMovie(LibraryRows rows, ImportPlace place, JsonElement item, string name)
    {
        JsonElement? data = JsonFields.Find(item, "UserData");
        bool isPlayed = JsonFields.IsTrue(data, "Played");
        bool isLiked = JsonFields.IsTrue(data, "IsFavorite") || JsonFields.IsTrue(data, "Likes");
        string? rating = JsonFields.Text(data, "Rating");
        rows.Add(
            new ImportedRow(place)
            {
                Title = name,
                OtherTitles = JsonFields.Text(item, "OriginalTitle") is { } original ? [original] : [],
                Year = LibraryYear.Of(JsonFields.Text(item, "ProductionYear"), JsonFields.Text(item, "PremiereDate")),
                Numbers = Numbers(JsonFields.Find(item, "ProviderIds")),
                Time = isPlayed || rating is not null ? LibraryTime.Of(JsonFields.Text(data, "LastPlayedDate")) : null,
                Facts = (isPlayed ? FilmFacts.Watched : FilmFacts.None) | (isLiked ? FilmFacts.Liked : FilmFacts.None),
            },
            rating
        );
    }

    private static string? Unfit(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return "It is no entry of a library.";
        }

        string? type = JsonFields.Text(item, "Type");
        return type?.ToLowerInvariant() switch
        {
            "movie" => null,
            // Some tools leave it out when they asked for movies alone.
            null when !JsonFields.IsTrue(item, "IsFolder") => null,
            "series" or "season" => "A television series, not a film.",
            "episode" => "An episode of a series, not a film.",
            "boxset" => "A collection of films, not a film.",
            null or "folder" or "collectionfolder" or "userview" => "A folder, not a film.",
            _ => $"Not a film, but of type {Excerpt.Of(type)}.",
        };
    }

    private static FilmNumbers Numbers(JsonElement? providers)
    {
        long? imdb = null;
        int? tmdb = null;
        if (providers is { ValueKind: JsonValueKind.Object } all)
        {
            foreach (JsonProperty provider in all.EnumerateObject())
            {
                string name = provider.Name.ToLowerInvariant();
                string? number = JsonFields.Text(provider.Value);
                imdb ??= ImdbNames.Contains(name) ? FilmAddresses.Imdb(number) : null;
                tmdb ??= TmdbNames.Contains(name) ? FilmAddresses.Tmdb(number) : null;
            }
        }

        return new FilmNumbers(Imdb: imdb, Tmdb: tmdb);
    }
}
