using System.Globalization;
using Matinee.Api.Http;

namespace Matinee.Api.Assistants;

/// <summary>Answers in a few words, for assistants that read no structured content.</summary>
internal static class ToolText
{
    /// <summary>Such as <c>Heat (1995) [id:6], Action, Crime</c>.</summary>
    public static string Of(ToolMovie movie) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{movie.Title} [id:{movie.Id}]{(movie.Genres.Count > 0 ? ", " : "")}{string.Join(", ", movie.Genres)}"
        );

    public static string Stars(double stars) => string.Create(CultureInfo.InvariantCulture, $"★{stars:0.0}");

    /// <summary>One movie a line, numbered.</summary>
    public static string List(string heading, IEnumerable<string> lines) =>
        string.Join(
            '\n',
            lines.Select((line, n) => string.Create(CultureInfo.InvariantCulture, $"{n + 1}. {line}")).Prepend(heading)
        );

    public static string Unclear(IReadOnlyList<UnclearMovie> titles) =>
        string.Join('\n', titles.Select(Unclear).Append("Nothing was done."));

    private static string Unclear(UnclearMovie title)
    {
        string asked = QueryReader.Shown(title.Asked, longest: 100);
        return title.Candidates.Count == 0
            ? $"No movie here has a title like '{asked}'. Look for it with search_movies, or ask the person."
            : List(
                $"'{asked}' could be any of these. Ask the person which one is meant, then name it by its id, such as id:{title.Candidates[0].Id}:",
                title.Candidates.Select(Of)
            );
    }
}
