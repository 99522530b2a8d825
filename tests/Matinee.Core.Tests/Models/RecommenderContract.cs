using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Tests.Models;

/// <summary>What every ranker promises. A model's test class derives from it.</summary>
public abstract class RecommenderContract
{
    private protected abstract ModelKind Kind { get; }

    private protected virtual object Options => Kind.DefaultOptions;

    [Fact]
    public void Score_AnyHistory_IsFinite()
    {
        IRanker ranker = Train();

        foreach (UserHistory history in new[] { UserHistory.Empty, TinyWorld.History(0), TinyWorld.History(0, 7, 9) })
        {
            Assert.All(Scores(ranker, history), score => Assert.True(float.IsFinite(score)));
        }
    }

    [Fact]
    public void Train_AnyThreadCount_GivesTheSameModel()
    {
        UserHistory history = TinyWorld.History(1, 2, 8);

        float[] one = Scores(Train(threads: 1), history);
        float[] many = Scores(Train(threads: 4), history);

        Assert.Equal(one, many);
    }

    [Fact]
    public void Score_HistoryOfATrainingRow_EqualsItsFoldIn()
    {
        IRanker ranker = Train();
        UserHistory known = TinyWorld.Ratings.History(new UserIndex(3));

        Assert.Equal(Scores(ranker, known), Scores(ranker, known.WithoutRow()));
    }

    [Fact]
    public void ScoreBatch_SeveralHistories_EqualsOneByOne()
    {
        IRanker ranker = Train();
        UserHistory[] histories = [TinyWorld.History(0, 1), UserHistory.Empty, TinyWorld.History(9)];
        var batch = new float[histories.Length * ranker.ItemCount];

        ranker.ScoreBatch(histories, batch);

        Assert.Equal(histories.SelectMany(history => Scores(ranker, history)), batch);
    }

    [Fact]
    public void Save_ThenLoad_ChangesNothing()
    {
        IRanker ranker = Train();
        using var folder = new TemporaryFolder();
        var writer = new ComponentWriter();
        ranker.Save(writer);
        writer.Write(folder.Path);

        // On Windows what is mapped could not be deleted.
        TensorMapping other = OperatingSystem.IsWindows() ? TensorMapping.Large : TensorMapping.Always;
        foreach (TensorMapping mapping in new[] { TensorMapping.Never, other })
        {
            using var reader = new ComponentReader(folder.Path, mapping);
            var loaded = (IRanker)Kind.Load(reader);

            Assert.Equal(ranker.Kind, loaded.Kind);
            foreach (UserHistory history in new[] { UserHistory.Empty, TinyWorld.History(2, 3, 6) })
            {
                Assert.Equal(Scores(ranker, history), Scores(loaded, history));
            }
        }
    }

    private protected IRanker Train(int threads = 2) =>
        (IRanker)Kind.Train(TinyWorld.Data, Options, new TrainingContext { MaxThreads = threads });

    internal static float[] Scores(IRanker ranker, UserHistory history)
    {
        var scores = new float[ranker.ItemCount];
        scores.AsSpan().Fill(float.NaN);
        ranker.Score(history, scores);
        return scores;
    }
}

/// <summary>What every ranker but the baselines promises as well.</summary>
public abstract class PersonalRecommenderContract : RecommenderContract
{
    [Fact]
    public void Score_NewUser_FollowsTheHistory()
    {
        IRanker ranker = Train();

        float[] comedies = Scores(ranker, TinyWorld.History(0, 1, 2));
        float[] dramas = Scores(ranker, TinyWorld.History(5, 6, 7));

        Assert.True(comedies[3] > comedies[8] && comedies[4] > comedies[9]);
        Assert.True(dramas[8] > dramas[3] && dramas[9] > dramas[4]);
    }

    [Fact]
    public void Contributions_AnyHistoryAndItem_SumToTheScore()
    {
        var explainer = (IExplainer)Train();
        UserHistory[] histories =
        [
            UserHistory.Empty,
            TinyWorld.History(3),
            TinyWorld.History(0, 1, 2),
            TinyWorld.History(2, 5, 9),
            TinyWorld.Ratings.History(new UserIndex(7)),
        ];

        foreach (UserHistory history in histories)
        {
            float[] scores = Scores(explainer, history);
            for (int item = 0; item < explainer.ItemCount; item++)
            {
                Assert.Equal(scores[item], Contributions(explainer, history, item).Sum(), 1e-4f);
            }
        }
    }

    [Fact]
    public void Contributions_SeveralItems_EqualOneByOne()
    {
        var explainer = (IExplainer)Train();
        UserHistory history = TinyWorld.History(1, 4, 8);
        var together = new float[3 * history.Count];

        explainer.Contributions(history, [3, 8, 0], together);

        int[] items = [3, 8, 0];
        Assert.Equal(items.SelectMany(item => Contributions(explainer, history, item)), together);
    }

    [Fact]
    public void Compare_EveryPair_IsEvenAndGreaterWithinATaste()
    {
        var model = (IItemLikeness)Train();
        float[][] likeness =
        [
            .. Enumerable
                .Range(0, model.ItemCount)
                .Select(item =>
                {
                    var row = new float[model.ItemCount];
                    row.AsSpan().Fill(float.NaN);
                    model.Compare(new ItemIndex(item), row);
                    return row;
                }),
        ];

        for (int item = 0; item < TinyWorld.Items; item++)
        {
            for (int other = 0; other < item; other++)
            {
                Assert.Equal(likeness[item][other], likeness[other][item], 1e-5f);
            }

            int taste = item / 5;
            float within = Enumerable.Range(5 * taste, 5).Where(other => other != item).Average(o => likeness[item][o]);
            float across = Enumerable.Range(5 * (1 - taste), 5).Average(o => likeness[item][o]);
            Assert.True(within > across, $"{item}: {within} within, {across} across");
        }
    }

    private protected static float[] Contributions(IExplainer explainer, UserHistory history, int item)
    {
        var contributions = new float[history.Count];
        contributions.AsSpan().Fill(float.NaN);
        explainer.Contributions(history, [item], contributions);
        return contributions;
    }
}

/// <summary>A model whose score is a sum over the history: what a movie contributed is what goes with it.</summary>
public abstract class LinearRecommenderContract : PersonalRecommenderContract
{
    [Fact]
    public void Contributions_MixedHistory_AreLargestForMoviesOfTheSameTaste()
    {
        var explainer = (IExplainer)Train();

        float[] contributions = Contributions(explainer, TinyWorld.History(1, 2, 6), 3);

        Assert.True(Math.Min(contributions[0], contributions[1]) > contributions[2] + 0.01f);
    }

    [Fact]
    public void Contributions_MovieRemoved_AreTheDropsInScore()
    {
        var explainer = (IExplainer)Train();
        int[] rated = [0, 2, 4, 6, 8];
        UserHistory history = TinyWorld.History(rated);
        float[] before = Scores(explainer, history);

        for (int n = 0; n < rated.Length; n++)
        {
            float[] after = Scores(explainer, history.Without(new ItemIndex(rated[n])));
            for (int item = 0; item < explainer.ItemCount; item++)
            {
                Assert.Equal(before[item] - after[item], Contributions(explainer, history, item)[n], 1e-4f);
            }
        }
    }
}
