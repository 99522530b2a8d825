using System.Globalization;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core.Ranking;
using Matinee.Imports.Exports;

namespace Matinee.Api.Endpoints;

/// <summary>Ratings and lists as files that other sites and programs read.</summary>
internal sealed class ExportEndpoints(ServingContext serving)
{
    private static readonly ChoiceParameter Format = new(
        "format",
        "`letterboxd`: a CSV that letterboxd.com/import takes. `imdb-ids`: one id per line. `json`: all ids, stars and times.",
        ["letterboxd", "imdb-ids", "json"],
        "letterboxd"
    );

    public void Map(IEndpointRouteBuilder app)
    {
        app.Get(
            "/api/users/{user_id}/ratings/export",
            new Described("exportRatings", "Imports", "A user's ratings as a file for other sites")
            {
                Description =
                    "The latest first. What is exported can be imported again. The header `Matinee-Left-Out` counts movies that the format can't name.",
                Parameters = [CommonParameters.UserId, Format],
                ContentTypes = ["text/csv", "text/plain", "application/json"],
                Problems = [ProblemKind.UnknownUser],
            },
            Ratings
        );
        app.Get(
            "/api/recommendations/{user_id}/export",
            new Described("exportRecommendations", "Imports", "A user's list as a file for other sites")
            {
                Description = "The best first, without stars: nobody has rated these.",
                Parameters = [CommonParameters.UserId, Format, .. RecommendationQuery.GroupParameters],
                ContentTypes = ["text/csv", "text/plain", "application/json"],
                Problems = [ProblemKind.UnknownUser],
            },
            Recommendations
        );
    }

    private async Task Ratings(HttpContext http)
    {
        int id = http.UserId();
        ExportFormat format = FormatOf(http);
        ServedModel model = serving.Model;
        Person person = await serving.People.GetAsync(id, model, http.RequestAborted);
        ExportedFilm[] films =
        [
            .. person
                .Ratings.OrderByDescending(rating => rating.Timestamp)
                .ThenByDescending(rating => rating.Stars)
                .ThenBy(rating => model.Catalog[rating.Item].Id.Value)
                .Select(rating => ExportedFilm.Of(model.Catalog[rating.Item], rating.Stars, rating.Timestamp)),
        ];
        await WriteAsync(http, format, films, string.Create(CultureInfo.InvariantCulture, $"matinee-ratings-{id}"));
    }

    private async Task Recommendations(HttpContext http)
    {
        int id = http.UserId();
        ExportFormat format = FormatOf(http);
        ServedModel model = serving.Model;
        RecommendationQuery query = RecommendationQuery.Read(http, model);
        Person person = await serving.People.GetAsync(id, model, http.RequestAborted);
        Recommendation[] list = model.Recommender.Recommend(person.History, query.For(person));
        ExportedFilm[] films =
        [
            .. list.Select(one => ExportedFilm.Of(model.Catalog[one.Item], stars: null, time: null)),
        ];
        await WriteAsync(http, format, films, string.Create(CultureInfo.InvariantCulture, $"matinee-list-{id}"));
    }

    private static ExportFormat FormatOf(HttpContext http)
    {
        var errors = new Errors();
        string format = new QueryReader(http, errors).Choice(Format);
        errors.ThrowIfAny();
        return ExportFormats.Parse(format);
    }

    private static async Task WriteAsync(HttpContext http, ExportFormat format, ExportedFilm[] films, string name)
    {
        using var file = new MemoryStream();
        int leftOut = FilmExport.Write(file, format, films);
        http.Response.ContentType = ExportFormats.ContentTypeOf(format);
        http.Response.ContentLength = file.Length;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}{ExportFormats.EndingOf(format)}\"";
        http.Response.Headers["Matinee-Left-Out"] = leftOut.ToString(CultureInfo.InvariantCulture);
        await http.Response.Body.WriteAsync(file.GetBuffer().AsMemory(0, (int)file.Length), http.RequestAborted);
    }
}
