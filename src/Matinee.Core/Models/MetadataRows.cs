using System.Globalization;
using System.Text.RegularExpressions;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models;

/// <summary>
/// What is known of the movies as if people had rated them: a row for each thing that rated movies share. Stacked below the
/// users × items matrix such rows teach a collaborative model which movies belong together where ratings are few: collective matrix
/// factorisation (Singh and Gordon 2008), for linear models Jeunen, Van Balen and Goethals 2020 ("Closed-Form Models for
/// Collaborative Filtering with Side-Information").
/// </summary>
internal static partial class MetadataRows
{
    private const int YearsOfAnEra = 5;

    // One movie is alike nothing.
    private const int LeastMovies = 2;

    // A word of more titles says nothing of a movie; of fewer it is often the name of a series.
    private const int MostTitles = 15;

    /// <param name="train">Users × items.</param>
    /// <param name="movies">By item index, at least those of <paramref name="train"/>.</param>
    /// <returns>
    /// The rated movies of each genre, pair of genres, release year, and genre within five years that has at least two, ascending;
    /// in ordinal order of what they share.
    /// </returns>
    public static int[][] OfGenresAndYears(InteractionMatrix train, IReadOnlyList<Movie> movies) =>
        Groups(train, movies, GenresAndYears, int.MaxValue);

    /// <returns>
    /// The rated movies of each word of at least four letters that two to fifteen titles have, ascending; in ordinal order of the words.
    /// </returns>
    /// <inheritdoc cref="OfGenresAndYears"/>
    public static int[][] OfTitles(InteractionMatrix train, IReadOnlyList<Movie> movies) =>
        Groups(train, movies, TitleWords, MostTitles);

    /// <returns>The rows of <paramref name="train"/>, then one for each group of movies, of value 1 and time 0.</returns>
    public static InteractionMatrix Below(InteractionMatrix train, int[][] groups)
    {
        int[] starts = [.. train.RowStarts, .. new int[groups.Length]];
        for (int row = 0; row < groups.Length; row++)
        {
            starts[train.RowCount + row + 1] = starts[train.RowCount + row] + groups[row].Length;
        }

        int added = starts[^1] - train.EntryCount;
        var ones = new float[added];
        ones.AsSpan().Fill(1);
        return new InteractionMatrix(
            starts,
            [.. train.Columns, .. groups.SelectMany(items => items)],
            [.. train.Values, .. ones],
            [.. train.Timestamps, .. new long[added]],
            train.ColumnCount
        );
    }

    private static int[][] Groups(
        InteractionMatrix train,
        IReadOnlyList<Movie> movies,
        Func<Movie, IEnumerable<string>> keys,
        int mostMovies
    )
    {
        int[] counts = train.ColumnCounts();
        return
        [
            .. Enumerable
                .Range(0, train.ColumnCount)
                .Where(item => counts[item] > 0)
                .SelectMany(item => keys(movies[item]).Select(key => (Key: key, Item: item)))
                .GroupBy(pair => pair.Key, pair => pair.Item)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.ToArray())
                .Where(items => items.Length >= LeastMovies && items.Length <= mostMovies),
        ];
    }

    private static IEnumerable<string> GenresAndYears(Movie movie)
    {
        if (movie.Year is { } year)
        {
            yield return Text($"year {year}");
        }

        string[] genres = [.. movie.Genres.Distinct().Order(StringComparer.Ordinal)];
        for (int n = 0; n < genres.Length; n++)
        {
            yield return Text($"genre {genres[n]}");
            if (movie.Year is { } released)
            {
                yield return Text($"era {released / YearsOfAnEra} {genres[n]}");
            }

            for (int other = n + 1; other < genres.Length; other++)
            {
                yield return Text($"pair {genres[n]}|{genres[other]}");
            }
        }
    }

    private static IEnumerable<string> TitleWords(Movie movie) =>
        Word().Matches(movie.Title).Select(match => match.Value.ToLowerInvariant()).Distinct();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();
}
