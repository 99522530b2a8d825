using Matinee.Data.Folders;

namespace Matinee.Data.Tests.Fuzzing;

/// <summary>What holds of every dataset, whatever it was made from.</summary>
internal static class DatasetProperties
{
    public static void AssertSound(PreparedDataset prepared)
    {
        Dataset dataset = prepared.Dataset;
        RatingColumns ratings = dataset.Ratings;
        DatasetCounts counts = dataset.Manifest.Counts;
        Assert.NotEqual(0, ratings.Count);
        Assert.All(ratings.Users, user => Assert.InRange(user, 0, dataset.Users.Count - 1));
        Assert.All(ratings.Items, item => Assert.InRange(item, 0, dataset.Catalog.RankedCount - 1));
        Assert.All(ratings.Values, value => Assert.InRange(value, 0.5f, 5f));
        Assert.Equal(ratings.Count, ratings.Users.Zip(ratings.Items).Distinct().Count());
        Assert.Equal(ratings.Count, counts.After.Ratings);
        Assert.Equal(ratings.Parts.Count(part => part == SplitPart.Train), counts.TrainRatings);
        Assert.Equal(ratings.Parts.Count(part => part == SplitPart.Validation), counts.ValidationRatings);
        Assert.Equal(ratings.Parts.Count(part => part == SplitPart.Test), counts.TestRatings);
        Assert.Equal(ratings.Count, counts.TrainRatings + counts.ValidationRatings + counts.TestRatings);
        Assert.Equal(dataset.Users.Count, counts.After.Users);
        Assert.Equal(dataset.Attributes?.KnownCount ?? 0, counts.UsersWithAttributes);
        Assert.Equal(dataset.Attributes?.Count ?? dataset.Users.Count, dataset.Users.Count);
        Assert.All(dataset.Attributes?.Ages ?? [], age => Assert.InRange(age ?? 1, 1, 120));
        Assert.Equal(dataset.Catalog.Count, counts.CatalogMovies);
        Assert.Equal(prepared.Skipped.Count, counts.SkippedRows);
        Assert.Equal(prepared.Tags.Count, counts.After.TagApplications);
        Assert.All(dataset.Catalog.Movies, movie => Assert.NotEqual("", movie.Title));
        Assert.All(prepared.Tags.Items, item => Assert.InRange(item, 0, dataset.Catalog.Count - 1));
    }

    /// <summary>The folder says what memory does; the hash covers users, movies, ratings, parts and attributes.</summary>
    public static void AssertReadsBack(PreparedDataset written, string folder, CancellationToken cancellation)
    {
        Dataset read = DatasetFolder.Read(folder, cancellation);
        Assert.Equal(written.Dataset.Rows(), read.Rows());
        Assert.Equal(written.Dataset.Users.IdByIndex, read.Users.IdByIndex);
        Assert.Equal(
            written.Dataset.Manifest.Hash,
            DatasetHash.Of(read.Users, read.Attributes, read.Catalog, read.Ratings)
        );
        Assert.Equivalent(written.Dataset.Manifest, read.Manifest, strict: true);
        Assert.Equivalent(written.Tags, DatasetFolder.ReadWithTags(folder, CancellationToken.None).Tags, strict: true);
    }
}
