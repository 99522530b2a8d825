namespace Matinee.Data.Tests.Preparation;

public class RatingThresholdsTests
{
    // Movie 30 has one rating; without it user 3 has one rating left; without user 3 movie 20 has two.
    private const string Chain = """
        userId,movieId,rating,timestamp
        1,10,4,1
        1,20,4,1
        2,10,4,1
        2,20,4,1
        3,20,4,1
        3,30,4,1
        """;

    private const string Movies = "movieId,title,genres\n10,Ten,War\n20,Twenty,War\n30,Thirty,War\n";

    [Fact]
    public void Apply_ChainOfDependence_IteratesToTheFixedPoint()
    {
        using RawFolder folder = new RawFolder().Write("ratings.csv", Chain).Write("movies.csv", Movies);

        Dataset dataset = Prepare(folder, minUser: 2, minMovie: 2).Dataset;

        Assert.Equal([new ThresholdPass(0, 1, 5), new ThresholdPass(1, 0, 4)], dataset.Manifest.Counts.Passes);
        Assert.Equal([1, 2], dataset.Users.IdByIndex.ToArray());
        Assert.Equal([10, 20, 30], dataset.Catalog.Items.IdByIndex.ToArray());
        Assert.Equal(2, dataset.Catalog.RankedCount);
        Assert.Equal(4, dataset.Ratings.Count);
    }

    [Fact]
    public void Apply_NothingBelow_HasNoPass()
    {
        using RawFolder folder = new RawFolder().Write("ratings.csv", Chain).Write("movies.csv", Movies);

        DatasetCounts counts = Prepare(folder, minUser: 2, minMovie: 1).Dataset.Manifest.Counts;

        Assert.Empty(counts.Passes);
        Assert.Equal(counts.Before, counts.After);
    }

    [Fact]
    public void Apply_NothingSurvives_SaysWhatWould()
    {
        using RawFolder folder = new RawFolder().Write("ratings.csv", Chain).Write("movies.csv", Movies);

        string message = Assert.Throws<NothingLeftException>(() => Prepare(folder, minUser: 2, minMovie: 3)).Message;

        Assert.StartsWith(
            "No rating survives --min-user-ratings 2 with --min-movie-ratings 3.",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains("3 of 3 users have 2 ratings or more (the most is 2)", message, StringComparison.Ordinal);
        Assert.Contains("1 of 3 movies have 3 ratings or more (the most is 3)", message, StringComparison.Ordinal);
        Assert.Contains(
            "With --min-user-ratings 2, up to --min-movie-ratings 2 leaves something.",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "With --min-movie-ratings 3, up to --min-user-ratings 1 leaves something.",
            message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Prepare_MoviesBelow_StandAfterTheRankedOnesBothAscending()
    {
        using RawFolder folder = new RawFolder()
            .Write("ratings.csv", RawFolder.RatingsHeader + "2,30,4,1\n1,30,4,1\n1,20,4,1\n2,20,4,1\n1,40,4,1\n")
            .Write("movies.csv", RawFolder.MoviesHeader + "40,d,\n30,c,\n20,b,\n10,a,\n");

        Dataset dataset = Prepare(folder, minUser: 1, minMovie: 2).Dataset;

        Assert.Equal([20, 30, 10, 40], dataset.Catalog.Items.IdByIndex.ToArray());
        Assert.Equal(2, dataset.Catalog.RankedCount);
        Assert.Equal([0, 0, 1, 1], dataset.Ratings.Users);
        Assert.Equal([0, 1, 0, 1], dataset.Ratings.Items);
    }

    private static PreparedDataset Prepare(RawFolder folder, int minUser, int minMovie) =>
        folder.Prepare(options =>
            options with
            {
                Thresholds = RawFolder.KeepAll with { MinUserRatings = minUser, MinMovieRatings = minMovie },
            }
        );
}
