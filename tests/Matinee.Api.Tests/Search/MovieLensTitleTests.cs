using Matinee.Api.Search;
using Matinee.Core.Interactions;
using Matinee.Data;

namespace Matinee.Api.Tests.Search;

/// <summary>The titles of MovieLens latest-small; skipped where it is not at hand.</summary>
public class MovieLensTitleTests
{
    [Fact]
    public void List_EveryTitle_FindsItsMovieFirst()
    {
        MovieIndex index = Read();

        string[] missed =
        [
            .. index
                .Movies.Select(movie => movie.Title)
                .Where(title => index.Found(title, 1).FirstOrDefault() != title),
        ];

        // A few are no words, or are there twice.
        Assert.True(missed.Length <= 12, $"{missed.Length}: {string.Join("; ", missed)}");
    }

    [Fact]
    public void List_TitlesWithASlip_FindMostMoviesAmongThree()
    {
        MovieIndex index = Read();
        string[] names =
        [
            .. index
                .Movies.Where((_, item) => item % 10 == 0)
                .Select(movie => movie.Title)
                .Where(title => title.IndexOf('(', StringComparison.Ordinal) > 9),
        ];

        int found = names.Count(title =>
        {
            string name = title[..title.IndexOf('(', StringComparison.Ordinal)].Trim();
            int slip = 1 + title.Length % (name.Length - 2);
            return index.Found(name.Remove(slip, 1), 3).Contains(title);
        });

        Assert.InRange((double)found / names.Length, 0.95, 0.9999);
    }

    private static MovieIndex Read()
    {
        Dataset dataset = Preprocessor
            .Prepare(new PreprocessOptions { DataDirectory = Path.Combine(TestData.Folder, "ml-latest-small") })
            .Dataset;
        int[] counts = dataset.Matrix(SplitPart.Train, SplitPart.Validation, SplitPart.Test).ColumnCounts();
        return MovieIndex.Build(dataset.Catalog.Movies, new MovieStatistics(counts, [.. counts.Select(_ => 3f)]));
    }
}
