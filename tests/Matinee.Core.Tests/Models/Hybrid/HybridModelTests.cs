using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Core.Tests.Models.Hybrid;

public class HybridModelTests
{
    private const int Items = 40;

    private static readonly int[] AllItems = [.. Enumerable.Range(0, Items)];

    private static readonly UserHistory[] Histories =
    [
        UserHistory.Empty,
        RandomHybrid.History(1, seed: 1),
        RandomHybrid.History(7, seed: 2),
        RandomHybrid.History(31, seed: 3),
        RandomHybrid.History(12, seed: 4, row: new UserIndex(5)),
    ];

    public static TheoryData<bool> TextOrNot => [true, false];

    [Theory]
    [MemberData(nameof(TextOrNot))]
    public void Score_AnyHistory_MatchesTheFormulas(bool text)
    {
        (HybridModel model, SlowHybrid slow) = Create(text);

        foreach (UserHistory history in Histories)
        {
            float[] scores = Scores(model, history);
            Assert.All(AllItems, item => Assert.Equal(slow.Score(history, item), scores[item], 1e-4));
        }
    }

    [Theory]
    [MemberData(nameof(TextOrNot))]
    public void Predict_AnyHistory_MatchesTheFormulas(bool text)
    {
        (HybridModel model, SlowHybrid slow) = Create(text);

        foreach (UserHistory history in Histories)
        {
            float[] ratings = Ratings(model, history, AllItems);
            Assert.All(AllItems, item => Assert.Equal(slow.Predict(history, item), ratings[item], 1e-4));
        }

        float[] known = Ratings(model, Histories[^1], AllItems);
        Assert.NotEqual(known, Ratings(model, Histories[^1].WithoutRow(), AllItems));
        Assert.InRange(known.Distinct().Count(), 20, Items);
    }

    [Fact]
    public void Predict_OneByOne_EqualsTogether()
    {
        (HybridModel model, _) = Create(text: true);

        float[] together = Ratings(model, Histories[2], [17, 3, 3, 0]);

        int[] items = [17, 3, 3, 0];
        Assert.Equal(items.SelectMany(item => Ratings(model, Histories[2], [item])), together);
    }

    [Fact]
    public void TextAttentionWeights_AnyHistory_AreTheMeanOfTheHeads()
    {
        (HybridModel model, SlowHybrid slow) = Create(text: true);
        double[] pool = slow.Pool(Histories[3]);

        foreach (int item in AllItems)
        {
            double[][] expected = slow.Attention(pool, item);
            IReadOnlyList<FacetWeight> weights = model.TextAttentionWeights(Histories[3], new ItemIndex(item));

            Assert.Equal(expected[0].Length, weights.Select(weight => weight.Facet).Distinct().Count());
            Assert.All(
                weights,
                weight => Assert.Equal(expected.Average(head => head[weight.Facet]), weight.Weight, 1e-4)
            );
            Assert.Equal(weights.OrderByDescending(weight => weight.Weight), weights);
        }
    }

    [Fact]
    public void ReadTexts_AnyHistory_SumToWhatReadingAddsToTheScore()
    {
        (HybridModel model, _) = Create(text: true);
        var with = new float[Items];
        var without = new float[Items];
        model.ScoreBatch([Histories[3]], with, TextReading.All);
        model.ScoreBatch([Histories[3]], without, TextReading.None);

        foreach (int item in AllItems)
        {
            IReadOnlyList<FacetReading> readings = model.ReadTexts(Histories[3], new ItemIndex(item));

            Assert.Equal(with[item] - without[item], readings.Sum(reading => reading.Score), 1e-4f);
        }
    }

    [Fact]
    public void TextAttentionWeights_NetworkWithoutTexts_AreNone()
    {
        Assert.Empty(Create(text: false).Model.TextAttentionWeights(Histories[1], new ItemIndex(0)));
    }

    [Fact]
    public void ScoreBatch_MoreThanAreScoredTogether_EqualsOneByOne()
    {
        (HybridModel model, _) = Create(text: true);
        UserHistory[] histories = [.. Enumerable.Range(0, 37).Select(n => RandomHybrid.History(n, seed: n))];
        var batch = new float[histories.Length * Items];

        model.ScoreBatch(histories, batch);

        Assert.Equal(histories.SelectMany(history => Scores(model, history)), batch);
    }

    [Fact]
    public void Score_ManyThreadsAtOnce_GiveTheSameScores()
    {
        (HybridModel model, _) = Create(text: true);
        float[][] alone = [.. Histories.Select(history => Scores(model, history))];
        var together = new float[200][];

        Parallel.For(0, together.Length, n => together[n] = Scores(model, Histories[n % Histories.Length]));

        Assert.All(together.Index(), pair => Assert.Equal(alone[pair.Index % Histories.Length], pair.Item));
    }

    [Theory]
    [MemberData(nameof(TextOrNot))]
    public void Contributions_AnyHistory_AreThePartsOfTheScore(bool text)
    {
        HybridOptions options = text ? RandomHybrid.Options : RandomHybrid.TextFree;
        HybridTensors tensors = RandomHybrid.Tensors(options);
        var model = new HybridModel(options, tensors);

        foreach (UserHistory history in Histories)
        {
            float[] scores = Scores(model, history);
            var contributions = new float[Items * history.Count];
            model.Contributions(history, AllItems, contributions);
            foreach (int item in AllItems)
            {
                double sum = contributions.Skip(item * history.Count).Take(history.Count).Sum(part => (double)part);
                double expected = history.Count == 0 ? 0 : scores[item] - tensors.RankingBias[item];
                Assert.Equal(expected, sum, 1e-4);
            }
        }
    }

    // Score and bias agree for any split of the sum, so one entry is checked on its own: what the state lacks without it,
    // its weight sum kept.
    [Fact]
    public void Contributions_OneMovie_AreItsShareOfTheState()
    {
        HybridTensors tensors = RandomHybrid.Tensors(RandomHybrid.TextFree);
        var slow = new SlowHybrid(RandomHybrid.TextFree, tensors);
        UserHistory history = Histories[2];
        var contributions = new float[history.Count];

        new HybridModel(RandomHybrid.TextFree, tensors).Contributions(history, [11], contributions);

        double[] weights = slow.Weights(history, 4);
        double[] sums =
        [
            .. weights.Select((_, p) => Enumerable.Range(0, history.Count).Sum(n => slow.Weights(history, n)[p])),
        ];
        double expected = Enumerable
            .Range(0, 30)
            .Sum(n =>
                weights[n / 6]
                / Math.Sqrt(sums[n / 6] + 1)
                * tensors.HistoryItems[history.Items[4] * 30 + n]
                * tensors.RankingItems[11 * 30 + n]
                * tensors.Temperature
            );
        Assert.Equal(expected, contributions[4], 1e-5);
    }

    [Fact]
    public void Train_InCore_SaysWhoCan()
    {
        var error = Assert.Throws<MatineeException>(() =>
            HybridModel.ModelKind.Train(TinyWorld.Data, new HybridOptions(), new TrainingContext())
        );

        Assert.Contains("matinee train", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_KindOfAKnownName_ReplacesIt()
    {
        var trained = new HybridModel(RandomHybrid.Options, RandomHybrid.Tensors(RandomHybrid.Options));
        ModelKinds kinds = ModelKinds.Core.With(HybridModel.KindWith((_, _, _) => trained));

        Assert.Equal(ModelKinds.Core.Names, kinds.Names);
        Assert.True(kinds.TryGet("hybrid", out ModelKind? kind));
        Assert.Same(trained, kind.Train(TinyWorld.Data, kind.DefaultOptions, new TrainingContext()));
    }

    private static (HybridModel Model, SlowHybrid Slow) Create(bool text)
    {
        HybridOptions options = text ? RandomHybrid.Options : RandomHybrid.TextFree;
        HybridTensors tensors = RandomHybrid.Tensors(options);
        return (new HybridModel(options, tensors), new SlowHybrid(options, tensors));
    }

    private static float[] Scores(HybridModel model, UserHistory history)
    {
        var scores = new float[model.ItemCount];
        scores.AsSpan().Fill(float.NaN);
        model.Score(history, scores);
        return scores;
    }

    private static float[] Ratings(HybridModel model, UserHistory history, int[] items)
    {
        var predictions = new RatingPrediction[items.Length];
        model.Predict(history, items, predictions);
        return [.. predictions.Select(prediction => prediction.Mean)];
    }
}
