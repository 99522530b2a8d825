using Matinee.Core.Evaluation;

namespace Matinee.Data.Tests.Evaluation;

/// <summary>New movies out of files. Movies 10 and 20 are rated by users 7, 8 and 9; 5 and 6 have no rating.</summary>
public sealed class ColdItemFilesTests : IDisposable
{
    private readonly RawFolder folder = RawFolder
        .Small()
        .Write(
            "movies.csv",
            RawFolder.MoviesHeader + "10,Ten (2010),Drama\n20,Twenty (2020),War\n6,Six (2006),War\n5,Five (2005),War\n"
        );
    private readonly Dataset dataset;
    private readonly List<string> warnings = [];

    public ColdItemFilesTests() => dataset = folder.Prepare().Dataset;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ColdItems_Candidates_AreRankedAloneAndTestRatingsOfOthersAreNotAsked()
    {
        EvaluationTask task = Task("5\n6\n5\n", "7,5,4\n7,10,5\n7,999,5\n8,6,2\n9,5,3.5\n", minRating: 3);

        // Items: 10, 20, then 5 and 6.
        Assert.Equal([2, 3], task.Ranking.Candidates!);
        Assert.Equal([2], task.Ranking.Relevant.RowColumns(0).ToArray());
        Assert.Equal(0, task.Ranking.Relevant.RowLength(1));
        Assert.Equal([2], task.Ranking.Relevant.RowColumns(2).ToArray());
        Assert.Equal(5, task.HeldOutCount);
        Assert.Equal("cold-item", task.Protocol);
        Assert.False(task.Ranking.AreNewPeople);
        Assert.Null(task.NewPeople);
        Assert.Equal(["candidates.csv", "test.csv"], task.Files.Select(file => file.Name));
        Assert.Empty(warnings);
    }

    [Fact]
    public void ColdItems_ModelThatScoresTheCatalogue_FindsNewMovies()
    {
        EvaluationTask task = Task("5\n6\n", "7,6,4\n9,5,4\n");

        RankingResult result = new RankingEvaluator(task.Ranking).Evaluate(
            (histories, scores) =>
            {
                for (int n = 0; n < scores.Length; n++)
                {
                    scores[n] = n % dataset.Catalog.Count;
                }
            },
            dataset.Catalog.Count
        );

        Assert.All(result.Lists, list => Assert.Equal([3, 2], list.Select(scored => scored.Item)));
        Assert.Equal([1, 0], result.PerUser(RankingMetric.Auc, 5).ToArray());
    }

    [Fact]
    public void ColdItems_ModelThatScoresRatedMoviesOnly_ListsNothing()
    {
        EvaluationTask task = Task("5\n6\n", "7,6,4\n");

        RankingResult result = new RankingEvaluator(task.Ranking).Evaluate(
            (_, scores) => scores.Fill(1),
            dataset.Catalog.RankedCount
        );

        Assert.Empty(Assert.Single(result.Lists));
        Assert.Equal(0.5, result.Mean(RankingMetric.Auc, 5));
    }

    [Fact]
    public void ColdItems_UsersWithoutTrainingRatings_AreLeftOutAndCounted()
    {
        EvaluationTask task = Task("5\n", "7,5,4\n70,5,4\n71,5,4\n");

        Assert.Equal("2 of 3 test ratings are of users without training ratings; left out.", Assert.Single(warnings));
        Assert.Equal(1, task.Ranking.Relevant.EntryCount);
    }

    [Fact]
    public void ColdItems_RatedCandidate_IsRefused()
    {
        Assert.Contains(
            "candidates.csv names movie 20, which has ratings in the training data",
            Error("5\n20\n", "7,5,4\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ColdItems_UnknownCandidate_IsRefused()
    {
        Assert.Contains(
            "candidates.csv names movie 999, which the catalogue lacks",
            Error("999\n", "7,5,4\n"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "7,5,4\n", "candidates.csv names no movies")]
    [InlineData("5\n", "", "test.csv holds no ratings")]
    [InlineData("five\n", "7,5,4\n", "candidates.csv, line 2")]
    [InlineData("5\n", "7,5,4\n7,5,4\n", "test.csv holds user 7 and movie 5 twice")]
    public void ColdItems_BadFile_SaysWhich(string candidates, string test, string expected)
    {
        Assert.Contains(expected, Error(candidates, test), StringComparison.Ordinal);
    }

    private EvaluationTask Task(string candidates, string test, double minRating = 0)
    {
        folder.Write("candidates.csv", "movieId\n" + candidates).Write("test.csv", "userId,movieId,rating\n" + test);
        return GivenTasks.ColdItems(dataset, folder["candidates.csv"], folder["test.csv"], minRating, warnings.Add);
    }

    private string Error(string candidates, string test) =>
        Assert.Throws<MatineeException>(() => Task(candidates, test)).Message;
}
