using System.Globalization;
using Matinee.Api.Http;
using Matinee.Api.Posters;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core.Interactions;
using Microsoft.Extensions.Primitives;

namespace Matinee.Api.Endpoints;

/// <summary>A movie's poster from TMDB, where the operator has a key.</summary>
/// <param name="posters">Null: there is no key.</param>
internal sealed class PosterEndpoints(ServingContext serving, MoviePosters? posters)
{
    private static readonly StringValues ADay = "public, max-age=86400";

    private static readonly ChoiceParameter Size = new(
        "size",
        "How wide: 185, 342 or 500 pixels.",
        ["small", "medium", "large"],
        "medium"
    );

    public void Map(IEndpointRouteBuilder app) =>
        app.Get(
            "/api/movies/{movie_id}/poster",
            new Described("getPoster", "Movies", "A movie's poster, where the server has a key to TMDB")
            {
                Description =
                    "The server asks TMDB and keeps the answer; `posters` of `GET /api/model` says whether it may. Where you show it, show "
                    + "this, too: *This product uses the TMDB API but is not endorsed or certified by TMDB.* In trouble `Retry-After` "
                    + "says when to come back.",
                Parameters = [CommonParameters.MovieId, Size],
                ContentTypes = Poster.ContentTypes,
                Problems =
                [
                    ProblemKind.UnknownMovie,
                    ProblemKind.NoPoster,
                    ProblemKind.PosterSource,
                    ProblemKind.Unavailable,
                ],
            },
            Show
        );

    private async Task Show(HttpContext http)
    {
        ServedModel model = serving.Model;
        ItemIndex item = http.Movie(model);
        var errors = new Errors();
        PosterSize size = Enum.Parse<PosterSize>(new QueryReader(http, errors).Choice(Size), ignoreCase: true);
        errors.ThrowIfAny();
        if (posters is null)
        {
            throw ProblemKind.NoPoster.Because(
                "This server shows no posters of TMDB: whoever runs it must set MATINEE_TMDB_KEY."
            );
        }

        Poster poster =
            (TmdbMovie.TryOf(model.Catalog[item], out TmdbMovie movie) ? await GetAsync(http, movie, size) : null)
            ?? throw ProblemKind.NoPoster.Because("TMDB has no poster of this movie.");
        await WriteAsync(http, poster);
    }

    private async Task<Poster?> GetAsync(HttpContext http, TmdbMovie movie, PosterSize size)
    {
        try
        {
            return await posters!.GetAsync(movie, size, http.RequestAborted);
        }
        catch (TmdbTroubleException trouble)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(trouble.RetryAfter.TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
            throw (trouble.WasAsked ? ProblemKind.PosterSource : ProblemKind.Unavailable).Because(trouble.Message);
        }
    }

    private static Task WriteAsync(HttpContext http, Poster poster)
    {
        HttpResponse response = http.Response;
        response.Headers.ETag = poster.ETag;
        response.Headers.CacheControl = ADay;
        if (http.Request.Knows(poster.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = poster.ContentType;
        response.ContentLength = poster.Bytes.Length;
        return response.Body.WriteAsync(poster.Bytes, http.RequestAborted).AsTask();
    }
}
