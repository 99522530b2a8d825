using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Texts;

namespace Matinee.Core.Ranking;

/// <summary>
/// Explanations in words, the same wherever they are shown. A movie that the user rated badly is said to be watched, never
/// liked, and every rated movie carries its stars.
/// </summary>
public static class ReasonText
{
    /// <summary>What an explanation without reasons says.</summary>
    public const string Nothing = "nothing you rated speaks for it";

    /// <summary>Such as <c>you liked Alien (1979) ★4.5</c>.</summary>
    public static string Of(Reason reason, MovieCatalog catalog) =>
        reason switch
        {
            Reason.RatedMovie rated => $"{Verb(rated.Liked)} {Name(rated, catalog)}",
            Reason.Popularity popular => string.Create(
                CultureInfo.InvariantCulture,
                $"popular: rated by {popular.Raters:N0} of {popular.Users:N0} people"
            ),
            Reason.RatedWell well => string.Create(
                CultureInfo.InvariantCulture,
                $"rated ★{well.Stars:0.0} on average by {well.Raters:N0} people"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };

    /// <summary>For narrow places: a movie is its title without the year, and its stars; <c>watched</c> is before one that was not liked.</summary>
    public static string Brief(Reason reason, MovieCatalog catalog) =>
        reason switch
        {
            Reason.RatedMovie rated => (rated.Liked ? "" : "watched ") + Name(rated, WithoutYear(catalog[rated.Movie])),
            Reason.Popularity popular => string.Create(
                CultureInfo.InvariantCulture,
                $"popular: {popular.Raters:N0} of {popular.Users:N0} rated it"
            ),
            Reason.RatedWell well => string.Create(
                CultureInfo.InvariantCulture,
                $"★{well.Stars:0.0} from {well.Raters:N0} people"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };

    /// <summary>
    /// All reasons in one line: the liked movies together, the others together, in order of first mention; texts last.
    /// </summary>
    public static string Sentence(Explanation explanation, MovieCatalog catalog)
    {
        if (explanation is { Reasons.Count: 0, Texts: null })
        {
            return Nothing;
        }

        IEnumerable<string> parts = explanation
            .Reasons.GroupBy(reason => reason is Reason.RatedMovie rated ? rated.Liked : (object)reason)
            .Select(group =>
                group.Key is bool liked
                    ? $"{Verb(liked)} {WordList.And([.. group.Select(reason => Name((Reason.RatedMovie)reason, catalog))])}"
                    : Of(group.First(), catalog)
            );
        return string.Join("; ", explanation.Texts is { } texts ? parts.Append(TextReasonText.Of(texts)) : parts);
    }

    private static string Verb(bool liked) => liked ? "you liked" : "you watched";

    private static string Name(Reason.RatedMovie rated, MovieCatalog catalog) =>
        Name(rated, catalog[rated.Movie].Title);

    private static string Name(Reason.RatedMovie rated, string title) =>
        string.Create(CultureInfo.InvariantCulture, $"{title} ★{rated.Rating:0.0}");

    private static string WithoutYear(Movie movie)
    {
        string year = string.Create(CultureInfo.InvariantCulture, $" ({movie.Year})");
        return movie.Title.EndsWith(year, StringComparison.Ordinal) ? movie.Title[..^year.Length] : movie.Title;
    }
}
