using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;

namespace Matinee.Api.Assistants;

/// <summary>Ratings that come along with a call, movies by id or title.</summary>
internal static class ToolRatings
{
    public const string Name = "ratings";
    private const int MostRatings = 200;
    private const string MovieName = "movie";
    private const string StarsName = "stars";

    public static JsonObject Schema() =>
        new()
        {
            ["type"] = "array",
            ["maxItems"] = MostRatings,
            ["description"] =
                "For a person without a user_id: movies that they know, and their stars. Ten say much, three say something. Nothing is stored.",
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    [MovieName] = MovieSchema("The movie."),
                    [StarsName] = StarsSchema(),
                },
                ["required"] = new JsonArray(MovieName, StarsName),
                ["additionalProperties"] = false,
            },
        };

    public static JsonObject MovieSchema(string what) =>
        new()
        {
            ["type"] = "string",
            ["maxLength"] = NamedMovie.LongestText,
            ["description"] =
                $"{what} {NamedMovie.Forms} A title that could mean several movies is answered with candidates: ask the person, then give an id.",
        };

    public static JsonObject StarsSchema() =>
        new()
        {
            ["type"] = "number",
            ["minimum"] = 0.5,
            ["maximum"] = 5,
            ["multipleOf"] = 0.5,
            ["description"] = "0.5 (awful) to 5 (a favourite) in half stars; 3 is all right.",
        };

    /// <param name="unclear">Gets the titles that do not say which movie is meant.</param>
    /// <returns>By item, of distinct movies.</returns>
    /// <exception cref="ProblemException">It is no list of ratings.</exception>
    public static MergedRating[] Read(JsonElement list, ServedModel model, long now, List<UnclearMovie> unclear)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostRatings)
        {
            throw ProblemKind.Validation.Because(
                $"{Name} must be a list of at most {MostRatings} objects such as {{ \"movie\": \"Heat (1995)\", \"stars\": 4.5 }}."
            );
        }

        var errors = new Errors();
        var byItem = new SortedDictionary<int, MergedRating>();
        int n = 0;
        foreach (JsonElement entry in list.EnumerateArray())
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{Name}[{n++}]");
            if (
                entry.ValueKind != JsonValueKind.Object
                || !entry.TryGetProperty(MovieName, out JsonElement movie)
                || !entry.TryGetProperty(StarsName, out JsonElement given)
            )
            {
                errors.Add(place, $"{place} must be an object of movie and stars.");
                continue;
            }

            float stars = Stars(given, $"{place}.{StarsName}", errors);
            NamedMovie named = NamedMovie.Find(movie, $"{place}.{MovieName}", model);
            if (named.Item is not { } item)
            {
                unclear.Add(Unclear(movie, named, model));
            }
            else if (!byItem.TryAdd(item.Value, new MergedRating(item, stars, now, GivenHere: true)))
            {
                errors.Add(place, $"{place}: {model.Catalog[item].Title} stands twice; rate it once.");
            }
        }

        errors.ThrowIfAny();
        return [.. byItem.Values];
    }

    public static float Stars(JsonElement value, string field, Errors errors)
    {
        if (
            ToolArguments.Text(value) is { } text
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double stars)
        )
        {
            return RatingReading.Stars(stars, field, errors);
        }

        errors.Add(field, $"{field} must be half stars from 0.5 to 5, not {ToolArguments.Kind(value)}.");
        return 0;
    }

    public static UnclearMovie Unclear(JsonElement asked, NamedMovie named, ServedModel model) =>
        new(
            QueryReader.Shown(ToolArguments.Text(asked)!, NamedMovie.LongestText),
            [.. named.Candidates.Select(item => NamedMovie.Shown(model, item))]
        );
}
