using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Data.Folders;

namespace Matinee.Tests.Compatibility;

public sealed class DatasetV1Tests
{
    private static readonly string Folder = Fixtures.Path("dataset-v1");

    [Fact]
    public void Dataset_OfVersion1_HasItsRatingsAndParts()
    {
        Dataset dataset = DatasetFolder.Read(Folder);

        Assert.Equal(1, dataset.Manifest.SchemaVersion);
        Assert.Equal(67, dataset.Ratings.Count);
        Assert.Equal(51, dataset.Ratings.CountOf(SplitPart.Train));
        Assert.Equal(2, dataset.Ratings.CountOf(SplitPart.Validation));
        Assert.Equal(14, dataset.Ratings.CountOf(SplitPart.Test));
        Assert.Equal(
            [
                (101, 4f, 1600000000L, SplitPart.Train),
                (102, 5f, 1600003600L, SplitPart.Train),
                (103, 3.5f, 1600007200L, SplitPart.Train),
                (104, 4.5f, 1600010800L, SplitPart.Train),
                (105, 1f, 1600014400L, SplitPart.Test),
            ],
            Enumerable
                .Range(0, dataset.Ratings.Count)
                .Where(n => dataset.Users[new UserIndex(dataset.Ratings.Users[n])].Value == 1)
                .Select(n =>
                    (
                        dataset.Catalog.Movies[dataset.Ratings.Items[n]].Id.Value,
                        dataset.Ratings.Values[n],
                        dataset.Ratings.Timestamps[n],
                        dataset.Ratings.Parts[n]
                    )
                )
        );
    }

    [Fact]
    public void Dataset_OfVersion1_HasItsMoviesAndTags()
    {
        (Dataset dataset, TagApplications tags) = DatasetFolder.ReadWithTags(Folder);

        Assert.Equal(10, dataset.Catalog.RankedCount);
        Assert.Equal(11, dataset.Catalog.Count);
        Movie harbour = dataset.Catalog.Movies[6];
        Assert.Equal(106, harbour.Id.Value);
        Assert.Equal("Iron Harbour (1991)", harbour.Title);
        Assert.Equal(["Drama", "War"], harbour.Genres);
        Assert.Equal("9000007", harbour.ImdbId);
        Assert.Equal("Three sisters keep a harbour open through a blockade.", harbour.Plot);
        Assert.Null(dataset.Catalog.Movies[3].TmdbId);
        Assert.Equal(["warm", "warm", "tea", "snow", "snow", "ships"], tags.Tags);
    }

    [Fact]
    public void Dataset_OfVersion1_IsWhole() => Assert.Equal(67, DatasetFolder.Verify(Folder).Counts.After.Ratings);
}
