using Matinee.Data.Preparation;

namespace Matinee.Data.Tests.Preparation;

public class RatingSelectionTests
{
    [Fact]
    public void Prepare_RepeatedPairs_KeepTheLatestAndOfEqualTimesTheLaterRow()
    {
        using RawFolder folder = RawFolder
            .Small()
            .Write(
                "ratings.csv",
                RawFolder.RatingsHeader + "7,10,1,300\n8,10,2,50\n7,10,2,100\n8,20,3,5\n8,20,4,5\n8,20,1,4\n"
            );

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Equal(
            [(7, 10, 1f, 300L), (8, 10, 2f, 50L), (8, 20, 4f, 5L)],
            dataset.Rows().Select(row => (row.User, row.Movie, row.Rating, row.Time))
        );
        Assert.Equal(3, dataset.Manifest.Counts.DuplicateRatings);
        Assert.Equal((6, 3), (dataset.Manifest.Counts.Before.Ratings, dataset.Manifest.Counts.After.Ratings));
    }

    [Fact]
    public void Prepare_UncataloguedMovies_AreDroppedAndCounted()
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write("ratings.csv", File.ReadAllText(folder["ratings.csv"]) + "7,99,4,1\n50,98,4,1\n");

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Equal(2, dataset.Manifest.Counts.UncataloguedRatings);
        Assert.Equal([7, 8, 9], dataset.Users.IdByIndex.ToArray());
        Assert.Equal(new EntityCounts(4, 4, 6, 0), dataset.Manifest.Counts.Before);
        Assert.Equal(new EntityCounts(3, 2, 4, 0), dataset.Manifest.Counts.After);
        Assert.Equal(3, dataset.Manifest.Counts.CatalogMovies);
    }

    [Fact]
    public void Prepare_NoMovieCatalogued_Stops()
    {
        using RawFolder folder = RawFolder.Small().Write("ratings.csv", RawFolder.RatingsHeader + "7,99,4,1\n");

        Assert.Contains("None of the ratings", folder.PrepareError(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_NoMovieHasEnoughTags_Stops()
    {
        using RawFolder folder = RawFolder.Small();

        string message = folder.PrepareError(options =>
            options with
            {
                Thresholds = RawFolder.KeepAll with { RequireTags = true },
            }
        );

        Assert.Contains("--require-tags", message, StringComparison.Ordinal);
    }

    [Fact]
    public void IdRanksReplace_ByTableAndByDictionary_AreTheSame()
    {
        int[] ids = [.. Enumerable.Range(0, 1000).Select(n => n * 7919 % 613 + 1)];
        int[] byTable = [.. ids];
        int[] byDictionary = [.. ids];

        int[] distinctByTable = IdRanks.Replace(byTable, tableLimit: 1000);
        int[] distinctByDictionary = IdRanks.Replace(byDictionary, tableLimit: 0);

        Assert.Equal(distinctByTable, distinctByDictionary);
        Assert.Equal(byTable, byDictionary);
        Assert.Equal(ids.Distinct().Order(), distinctByTable);
        Assert.Equal(ids, byTable.Select(rank => distinctByTable[rank]));
    }

    [Fact]
    public void IdRanksReplace_LargestId_NeedsNoTable()
    {
        int[] ids = [int.MaxValue, 5, int.MaxValue];

        Assert.Equal([5, int.MaxValue], IdRanks.Replace(ids));
        Assert.Equal([1, 0, 1], ids);
    }
}
