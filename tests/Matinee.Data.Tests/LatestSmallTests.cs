namespace Matinee.Data.Tests;

/// <summary>The real MovieLens latest-small; skipped where it is not at hand.</summary>
public class LatestSmallTests
{
    [Fact]
    public void Prepare_EverythingKept_HasThePublishedCounts()
    {
        var options = new PreprocessOptions { DataDirectory = Data("ml-latest-small"), Thresholds = RawFolder.KeepAll };

        Dataset dataset = Preprocessor.Prepare(options, cancellation: TestContext.Current.CancellationToken).Dataset;

        DatasetCounts counts = dataset.Manifest.Counts;
        Assert.Equal(new EntityCounts(610, 9724, 100_836, 3683), counts.Before);
        Assert.Equal(counts.Before, counts.After);
        Assert.Equal(9742, counts.CatalogMovies);
        Assert.Equal(0, counts.DuplicateRatings + counts.UncataloguedRatings + counts.EmptyTags);
        Assert.Equal(12, dataset.Catalog.Movies.Count(movie => movie.Year is null));
        Assert.Equal(34, dataset.Catalog.Movies.Count(movie => movie.Genres.Count == 0));
        Assert.Equal(8, dataset.Catalog.Movies.Count(movie => movie.TmdbId is null));
    }

    [Fact]
    public void Prepare_GivenSplitFiles_HasTheirParts()
    {
        string split = Data("splits/topn/mls-all-random");
        var options = new PreprocessOptions
        {
            DataDirectory = Data("ml-latest-small"),
            Thresholds = RawFolder.KeepAll,
            SplitFiles = new SplitFiles(
                Path.Combine(split, "train.csv"),
                Path.Combine(split, "valid.csv"),
                Path.Combine(split, "test.csv")
            ),
        };

        DatasetCounts counts = Preprocessor
            .Prepare(options, cancellation: TestContext.Current.CancellationToken)
            .Dataset.Manifest.Counts;

        Assert.Equal(80_896, counts.TrainRatings + counts.ValidationRatings);
        Assert.Equal(9858, counts.ValidationRatings);
        Assert.Equal(19_940, counts.TestRatings);
        Assert.Equal(9724, counts.After.Movies);
    }

    private static string Data(string name) => Path.Combine(TestData.Folder, name);
}
