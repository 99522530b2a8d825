using Matinee.Core.Catalog;

namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// What a movie says about itself in numbers: genres, year, how many tags, and optionally which. Trainer and model share it;
/// what a catalogue does not know, such as the genre of a movie that came later, has no number.
/// </summary>
public sealed class MovieFeatureSpace
{
    private const int FirstYear = 1920;
    private const int LastYear = 2020;
    private const int YearStep = 4;
    private const int Years = (LastYear - FirstYear) / YearStep + 1;

    // A tag of one movie says nothing about another.
    private const int LeastMoviesOfATag = 2;

    // People tag what people watch: how often a movie was tagged tells how known it is, with a bend near the start.
    private static readonly Func<int, float>[] TagCounts =
    [
        count => MathF.Log(1 + count),
        count => count > 0 ? 1 : 0,
        count => MathF.Log(1 + Math.Max(0, count - 2)),
        count => count >= 5 ? 1 : 0,
    ];

    private readonly Dictionary<string, int> genreColumn;
    private readonly Dictionary<string, int> tagColumn;

    /// <param name="count">The first movies of the catalogue, whose genres and tags have numbers.</param>
    /// <param name="tagBag">Whether tags have.</param>
    public MovieFeatureSpace(MovieCatalog catalog, int count, bool tagBag)
    {
        genreColumn = Columns(
            catalog
                .Movies.Take(count)
                .SelectMany(movie => movie.Genres)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        tagColumn = Columns(tagBag ? CommonTags(catalog, count) : [], StringComparer.OrdinalIgnoreCase);
    }

    public int Width => genreColumn.Count + Years + TagCounts.Length + tagColumn.Count;

    /// <param name="row">Length <see cref="Width"/>; overwritten.</param>
    public void Describe(Movie movie, Span<float> row)
    {
        row.Clear();
        foreach (string genre in movie.Genres)
        {
            if (genreColumn.TryGetValue(genre, out int column))
            {
                row[column] = 1;
            }
        }

        Year(movie.Year, row.Slice(genreColumn.Count, Years));
        Span<float> rest = row[(genreColumn.Count + Years)..];
        int applications = movie.Tags.Sum(tag => tag.Applications);
        for (int n = 0; n < TagCounts.Length; n++)
        {
            rest[n] = TagCounts[n](applications);
        }

        foreach (MovieTag tag in movie.Tags)
        {
            if (tagColumn.TryGetValue(tag.Text, out int column))
            {
                rest[TagCounts.Length + column] = 1;
            }
        }
    }

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

    private static IEnumerable<string> CommonTags(MovieCatalog catalog, int count) =>
        catalog
            .Movies.Take(count)
            .SelectMany(movie => movie.Tags)
            .GroupBy(tag => tag.Text, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() >= LeastMoviesOfATag)
            .Select(group => group.Key)
            .Order(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, int> Columns(IEnumerable<string> names, StringComparer comparer) =>
        names.Select((name, column) => (name, column)).ToDictionary(pair => pair.name, pair => pair.column, comparer);
}
