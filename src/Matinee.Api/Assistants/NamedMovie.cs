using System.Text.Json;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Search.Titles;
using Matinee.Api.Serving;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Api.Assistants;

/// <summary>
/// A movie by its number or its title. A title means a movie only if no other could be meant: it is the title that one movie has, or
/// just one of its names.
/// </summary>
/// <param name="Item">Null where it is not clear which one is meant.</param>
/// <param name="Candidates">Those that could be meant, the likeliest first.</param>
internal readonly record struct NamedMovie(ItemIndex? Item, IReadOnlyList<ItemIndex> Candidates)
{
    /// <summary>How tools name one.</summary>
    public const string Forms =
        "Its id as 'id:2571', 'imdb:tt0133093' or 'tmdb:603', or its title, best with the year: 'Heat (1995)'.";

    public const int LongestText = 300;

    private const string IdPrefix = "id:";
    private const int MostCandidates = 8;

    // As search has it: a title that answers less is another one.
    private const float LeastCoverage = 0.7f;

    /// <exception cref="ProblemException">It is no text, or the id of no movie.</exception>
    public static NamedMovie Find(JsonElement value, string field, ServedModel model)
    {
        if (
            value.ValueKind is not JsonValueKind.String and not JsonValueKind.Number
            || ToolArguments.Text(value)?.Trim() is not { Length: > 0 and <= LongestText } text
            || text.Any(char.IsControl)
        )
        {
            throw Invalid(field, $"{field} must be 1 to {LongestText} characters, no control characters. {Forms}");
        }

        if (value.ValueKind == JsonValueKind.Number || text.StartsWith(IdPrefix, StringComparison.OrdinalIgnoreCase))
        {
            string number = value.ValueKind == JsonValueKind.Number ? text : text[IdPrefix.Length..].Trim();
            return MovieReference.TryParse(number, out MovieReference id)
                ? ById(id, field, model)
                : throw Invalid(field, $"{field} must be an id such as id:2571, not '{QueryReader.Shown(text)}'.");
        }

        bool isReference = MovieReference.TryParse(text, out MovieReference reference);
        if (isReference && reference.Numbering != MovieNumbering.MovieLens)
        {
            return ById(reference, field, model);
        }

        NamedMovie titled = ByTitle(text, model);
        if (!isReference || !model.TryFind(reference, out ItemIndex numbered))
        {
            return titled;
        }

        // 1984 is a movie, and the id of another one.
        return titled.Item is { } one && one != numbered
            ? new NamedMovie(null, [one, numbered])
            : new NamedMovie(numbered, []);
    }

    public static ToolMovie Shown(ServedModel model, ItemIndex item)
    {
        Core.Catalog.Movie movie = model.Catalog[item];
        return new ToolMovie
        {
            Id = movie.Id.Value,
            Title = movie.Title,
            Year = movie.Year,
            Genres = movie.Genres,
        };
    }

    /// <summary>The movie that a title means, if it is clear; else those that it could mean.</summary>
    public static NamedMovie ByTitle(string title, ServedModel model)
    {
        TitleMatch[] matches =
        [
            .. model
                .Index.FindTitles(title)
                .Where(match => match.Coverage >= LeastCoverage)
                .OrderByDescending(match => match.IsWhole)
                .ThenByDescending(match => match.Score)
                .ThenBy(match => model.Catalog.Movies[match.Item].Id.Value),
        ];
        TitleMatch[] same =
        [
            .. matches.Where(match =>
                string.Equals(model.Catalog.Movies[match.Item].Title, title, StringComparison.OrdinalIgnoreCase)
            ),
        ];
        TitleMatch[] whole = same.Length > 0 ? same : [.. matches.TakeWhile(match => match.IsWhole)];
        return whole.Length == 1
            ? new NamedMovie(new ItemIndex(whole[0].Item), [])
            : new NamedMovie(
                null,
                [
                    .. (whole.Length > 1 ? whole : matches)
                        .Take(MostCandidates)
                        .Select(match => new ItemIndex(match.Item)),
                ]
            );
    }

    private static NamedMovie ById(MovieReference id, string field, ServedModel model) =>
        model.TryFind(id, out ItemIndex item)
            ? new NamedMovie(item, [])
            : throw Invalid(field, $"{field}: there is no movie {id}. search_movies finds the ids of movies.");

    private static ProblemException Invalid(string field, string message) =>
        new(ProblemKind.Validation.With(message, new Dictionary<string, string[]> { [field] = [message] }));
}
