using Matinee.Core.Catalog;

namespace Matinee.Neural.Hybrid;

/// <summary>What a movie says about itself in numbers: genres, year, how many tags, and optionally which.</summary>
/// <param name="Values">Movies × <paramref name="Width"/>, row-major.</param>
internal sealed record MovieFeatures(float[] Values, int Width)
{
    private const int FirstYear = 1920;
    private const int LastYear = 2020;
    private const int YearStep = 4;

    // A tag of one movie says nothing about another.
    private const int LeastMoviesOfATag = 2;

    /// <summary>Features of the first <paramref name="count"/> movies of the catalogue.</summary>
    public static MovieFeatures Of(MovieCatalog catalog, int count, bool tagBag)
    {
        string[] genres =
        [
            .. catalog
                .Movies.Take(count)
                .SelectMany(movie => movie.Genres)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        string[] tags = tagBag ? CommonTags(catalog, count) : [];
        Dictionary<string, int> genreColumn = Columns(genres, StringComparer.Ordinal);
        Dictionary<string, int> tagColumn = Columns(tags, StringComparer.OrdinalIgnoreCase);
        int years = (LastYear - FirstYear) / YearStep + 1;
        int width = genres.Length + years + TagCounts.Length + tags.Length;
        var values = new float[count * width];
        for (int item = 0; item < count; item++)
        {
            Movie movie = catalog.Movies[item];
            Span<float> row = values.AsSpan(item * width, width);
            foreach (string genre in movie.Genres)
            {
                row[genreColumn[genre]] = 1;
            }

            Year(movie.Year, row.Slice(genres.Length, years));
            int applications = movie.Tags.Sum(tag => tag.Applications);
            for (int n = 0; n < TagCounts.Length; n++)
            {
                row[genres.Length + years + n] = TagCounts[n](applications);
            }

            foreach (MovieTag tag in movie.Tags)
            {
                if (tagColumn.TryGetValue(tag.Text, out int column))
                {
                    row[genres.Length + years + TagCounts.Length + column] = 1;
                }
            }
        }

        return new MovieFeatures(values, width);
    }

    // People tag what people watch: how often a movie was tagged tells how known it is, with a bend near the start.
    private static readonly Func<int, float>[] TagCounts =
    [
        count => MathF.Log(1 + count),
        count => count > 0 ? 1 : 0,
        count => MathF.Log(1 + Math.Max(0, count - 2)),
        count => count >= 5 ? 1 : 0,
    ];

    // Bells four years apart, so that near years look alike.
    private static void Year(int? year, Span<float> row)
    {
        if (year is not { } known)
        {
            return;
        }

        for (int n = 0; n < row.Length; n++)
        {
            float distance =
                (float)(Math.Clamp(known, FirstYear - YearStep, LastYear + YearStep) - FirstYear - n * YearStep)
                / YearStep;
            row[n] = MathF.Exp(-distance * distance / 2);
        }
    }

    private static string[] CommonTags(MovieCatalog catalog, int count) =>
        [
            .. catalog
                .Movies.Take(count)
                .SelectMany(movie => movie.Tags)
                .GroupBy(tag => tag.Text, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() >= LeastMoviesOfATag)
                .Select(group => group.Key)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];

    private static Dictionary<string, int> Columns(string[] names, StringComparer comparer) =>
        names.Select((name, column) => (name, column)).ToDictionary(pair => pair.name, pair => pair.column, comparer);
}
