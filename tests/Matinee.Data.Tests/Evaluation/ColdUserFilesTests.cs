using Matinee.Core.Evaluation;

namespace Matinee.Data.Tests.Evaluation;

/// <summary>New people out of files. The dataset ranks movies 10 and 20, knows of 5, and of the users 7, 8 and 9.</summary>
public sealed class ColdUserFilesTests : IDisposable
{
    private const string SupportHeader = "userId,movieId,rating,timestamp,order\n";

    private readonly RawFolder folder = RawFolder.Small();
    private readonly Dataset dataset;
    private readonly List<string> warnings = [];

    public ColdUserFilesTests() => dataset = folder.Prepare().Dataset;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ColdUsers_OrderColumn_DecidesAgainstTheClock()
    {
        EvaluationTask task = Task(
            SupportHeader + "70,10,4,100,1\n70,20,5,200,0\n71,20,3,9,7\n",
            "userId,movieId,rating\n70,5,4\n"
        );

        Assert.Equal([70, 71], task.Users.IdByIndex);
        // Movie 20 is item 1, movie 10 item 0.
        Assert.Equal([1], Known(task, given: 1, user: 0));
        Assert.Equal([0, 1], Known(task, given: 2, user: 0));
        Assert.Equal([1], Known(task, given: 1, user: 1));
    }

    [Fact]
    public void ColdUsers_NoOrderColumn_TakesTimeThenMovieId()
    {
        EvaluationTask byTime = Task(
            RawFolder.RatingsHeader + "70,10,4,300\n70,20,5,200\n",
            RawFolder.RatingsHeader + "70,5,4,400\n"
        );
        EvaluationTask atOnce = Task(
            RawFolder.RatingsHeader + "70,20,5,200\n70,10,4,200\n",
            RawFolder.RatingsHeader + "70,5,4,400\n"
        );

        Assert.Equal([1], Known(byTime, given: 1, user: 0));
        Assert.Equal([0], Known(atOnce, given: 1, user: 0));
    }

    [Fact]
    public void ColdUsers_UnknownMoviesOfTheSupport_AreInTheirOrderButNobodysHistory()
    {
        // 999 is in no catalogue and 5 is not ranked: their places are taken all the same.
        EvaluationTask task = Task(
            SupportHeader + "70,999,4,1,0\n70,5,4,2,1\n70,20,5,3,2\n",
            "userId,movieId,rating\n70,10,4\n"
        );

        Assert.Empty(Known(task, given: 2, user: 0));
        Assert.Equal([1], Known(task, given: 3, user: 0));
        Assert.Equal(3, task.Ranking.Seen.RowLength(0));
        Assert.Equal(1, task.Ranking.Histories.RowLength(0));
    }

    [Fact]
    public void ColdUsers_UnknownTestMovies_AreRelevantAndNeverFound()
    {
        EvaluationTask task = Task(
            SupportHeader + "70,10,4,1,0\n",
            "userId,movieId,rating\n70,20,4\n70,999,5\n70,5,4.5\n70,1000,3.5\n",
            minRating: 4
        );

        RankingResult result = new RankingEvaluator(task.Ranking).Evaluate(
            (_, scores) => scores.Fill(1),
            dataset.Catalog.RankedCount
        );

        // 20 is found at the first place, 5 and 999 can't be; 1000 is not liked, and 10 is seen.
        Assert.Equal(1, Assert.Single(result.Lists[0]).Item);
        Assert.Equal(1.0 / 3, result.Mean(RankingMetric.Recall, 10), 1e-12);
        Assert.Equal(4, task.HeldOutCount);
    }

    [Fact]
    public void ColdUsers_Task_TreatsPeopleAsNewAndNamesItsFiles()
    {
        EvaluationTask task = Task(SupportHeader + "70,10,4,1,0\n", "userId,movieId,rating\n70,20,4\n");

        Assert.Equal("cold-user", task.Protocol);
        Assert.True(task.Ranking.AreNewPeople);
        Assert.False(task.PredictsRatings);
        int known = dataset.Ratings.CountOf(SplitPart.Train) + dataset.Ratings.CountOf(SplitPart.Validation);
        Assert.Equal(known, task.Ranking.Training.EntryCount);
        Assert.Equal(["support.csv", "test.csv"], task.Files.Select(file => file.Name));
        Assert.All(task.Files, file => Assert.Equal(64, file.Sha256.Length));
    }

    [Theory]
    [InlineData("7,10,4,1,0\n", "70,20,4\n")]
    [InlineData("70,10,4,1,0\n", "70,20,4\n9,10,3\n")]
    public void ColdUsers_UserOfTheDataset_IsRefused(string support, string test)
    {
        string message = Error(SupportHeader + support, "userId,movieId,rating\n" + test);

        Assert.Matches("User [79] of .*support.csv or .*test.csv is in the training data", message);
    }

    [Fact]
    public void ColdUsers_SamePairTwice_IsRefused()
    {
        string message = Error(SupportHeader + "70,10,4,1,0\n70,10,3,2,1\n", "userId,movieId,rating\n70,20,4\n");

        Assert.Contains("support.csv holds user 70 and movie 10 twice", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("70,20,x\n", "line 2: rating 'x' is not a number")]
    [InlineData("70,20,4\n70,5,9\n", "line 3")]
    [InlineData("", "holds no ratings")]
    public void ColdUsers_BadTestFile_SaysWhereAndWhatNext(string rows, string expected)
    {
        string message = Error(SupportHeader + "70,10,4,1,0\n", "userId,movieId,rating\n" + rows);

        Assert.Contains("test.csv", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain("--skip-bad-rows", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ColdUsers_PairInBothFiles_IsRefused()
    {
        string message = Error("userId,movieId,rating\n70,10,4\n", "userId,movieId,rating\n70,20,4\n70,10,4\n");

        Assert.Contains("User 70 and movie 10 stand in both", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ColdUsers_TestPersonWithoutSupport_IsLeftOutAndCounted()
    {
        EvaluationTask task = Task(
            "userId,movieId,rating\n70,10,4\n",
            "userId,movieId,rating\n70,20,4\n71,20,4\n71,10,3\n"
        );

        Assert.Equal([70], task.Users.IdByIndex);
        Assert.StartsWith("2 of 3 test ratings", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void ColdUsers_NoSuchFile_SaysWhich()
    {
        var error = Assert.Throws<MatineeException>(() =>
            GivenTasks.ColdUsers(dataset, folder["nowhere.csv"], folder["test.csv"], minRating: 0, _ => { })
        );

        Assert.Contains("nowhere.csv", error.Message, StringComparison.Ordinal);
    }

    private EvaluationTask Task(string support, string test, double minRating = 0)
    {
        folder.Write("support.csv", support).Write("test.csv", test);
        return GivenTasks.ColdUsers(dataset, folder["support.csv"], folder["test.csv"], minRating, warnings.Add);
    }

    private string Error(string support, string test) =>
        Assert.Throws<MatineeException>(() => Task(support, test)).Message;

    private static int[] Known(EvaluationTask task, int given, int user) =>
        task.NewPeople!.Take(given).RowColumns(user).ToArray();
}
