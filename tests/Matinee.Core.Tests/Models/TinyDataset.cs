using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Models;

/// <summary>The tiny world as a dataset: every user's last rating is the test part, the one before it validation.</summary>
internal static class TinyDataset
{
    public static Dataset Create(bool validation = true)
    {
        InteractionMatrix ratings = TinyWorld.Ratings;
        var users = new List<int>();
        var parts = new List<SplitPart>();
        for (int user = 0; user < ratings.RowCount; user++)
        {
            int length = ratings.RowLength(user);
            for (int n = 0; n < length; n++)
            {
                users.Add(user);
                parts.Add(
                    n == length - 1 ? SplitPart.Test
                    : n == length - 2 && validation ? SplitPart.Validation
                    : SplitPart.Train
                );
            }
        }

        var columns = new RatingColumns(
            [.. users],
            ratings.Columns.ToArray(),
            ratings.Values.ToArray(),
            ratings.Timestamps.ToArray(),
            [.. parts]
        );
        var counts = new EntityCounts(TinyWorld.Users, TinyWorld.Items, columns.Count, 0);
        var manifest = new DatasetManifest
        {
            Source = new DatasetSource("movielens-csv", false, []),
            Thresholds = new DatasetThresholds(1, 1, 1, false),
            Split = new DatasetSplit("leave-last", null, null, 42),
            Counts = new DatasetCounts
            {
                Before = counts,
                After = counts,
                CatalogMovies = TinyWorld.Items,
                TrainRatings = columns.CountOf(SplitPart.Train),
                ValidationRatings = columns.CountOf(SplitPart.Validation),
                TestRatings = columns.CountOf(SplitPart.Test),
            },
            Hash = validation ? "tiny" : "tiny-without-validation",
        };
        return new Dataset(
            manifest,
            new UserMap([.. Enumerable.Range(1, TinyWorld.Users)]),
            TinyWorld.Catalog,
            columns
        );
    }
}
