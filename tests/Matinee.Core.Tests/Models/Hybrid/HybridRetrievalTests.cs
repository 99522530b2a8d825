using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.Hybrid;

/// <summary>
/// A catalogue too large to read all of. What texts add spreads a fifth as far as what scores are without them: up to half
/// as far for a movie that nobody has rated, hardly for one that is known well.
/// </summary>
public class HybridRetrievalTests
{
    private const int Items = 30_000;
    private const int K = 10;

    private static readonly HybridModel Model = Create();

    private static readonly UserHistory[] Histories =
    [
        .. Enumerable.Range(0, 30).Select(n => RandomHybrid.History(5 + 4 * n, seed: 100 + n, Items)),
    ];

    [Fact]
    public void Score_LargeCatalog_ListsWhatReadingEverythingLists()
    {
        int found = 0;
        int changed = 0;
        foreach (UserHistory history in Histories)
        {
            int[] full = Best(Scores(history, TextReading.All), history);
            found += Best(Scores(history), history).Intersect(full).Count();
            changed += Best(Scores(history, TextReading.None), history).Except(full).Count();
        }

        Assert.InRange(found / (double)(K * Histories.Length), 0.98, 1);
        // Or else finding them would be no achievement.
        Assert.InRange(changed / (double)(K * Histories.Length), 0.2, 1);
    }

    [Fact]
    public void Score_LargeCatalog_ReadsTheBestAndKeepsTheRestBelowInOrder()
    {
        UserHistory history = Histories[9];
        float[] scores = Scores(history);
        float[] full = Scores(history, TextReading.All);
        float[] without = Scores(history, TextReading.None);
        int[] best = Select(without, history, HybridModel.RetrievalSize);
        int[] rest = [.. Enumerable.Range(0, Items).Except(best).OrderByDescending(item => without[item])];

        Assert.All(best, item => Assert.Equal(full[item], scores[item], 1e-5f));
        Assert.True(scores[rest[0]] < best.Min(item => scores[item]));
        Assert.All(rest.Zip(rest.Skip(1)), pair => Assert.True(scores[pair.First] >= scores[pair.Second]));
        Assert.Equal(without[rest[0]] - without[rest[^1]], scores[rest[0]] - scores[rest[^1]], 1e-4f);
    }

    private static HybridModel Create()
    {
        var options = new HybridOptions
        {
            RankingFactors = 32,
            NFactors = 8,
            HistoryHeads = 4,
            AttentionHeads = 2,
            KeyDimension = 8,
            HiddenUnits = 4,
        };
        HybridTensors tensors = RandomHybrid.Tensors(options, Items, users: 1, texts: 8000);
        HybridTextTensors text = tensors.Text!;
        text = text with
        {
            Gate = [.. text.Gate.Select(uniform => uniform * uniform)],
            RankingValues = [.. text.RankingValues.Select(value => 0.6f * value)],
        };
        return new HybridModel(options, tensors with { Text = text });
    }

    private static float[] Scores(UserHistory history, TextReading? reading = null)
    {
        var scores = new float[Items];
        if (reading is { } chosen)
        {
            Model.ScoreBatch([history], scores, chosen);
        }
        else
        {
            Model.Score(history, scores);
        }

        return scores;
    }

    private static int[] Best(float[] scores, UserHistory history) => Select(scores, history, K);

    private static int[] Select(float[] scores, UserHistory history, int count)
    {
        var best = new ScoredItem[count];
        TopK.Select(scores, history.Items, best);
        return [.. best.Select(scored => scored.Item)];
    }
}
