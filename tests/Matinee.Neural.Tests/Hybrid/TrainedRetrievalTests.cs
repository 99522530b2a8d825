using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;
using Matinee.Neural.Hybrid;
using TextReading = Matinee.Core.Models.Hybrid.TextReading;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>That reading the best candidates' texts alone lists what reading all lists, where texts have learned to count.</summary>
[Collection(OneAfterAnother.Name)]
public class TrainedRetrievalTests
{
    private const int K = 10;

    private static readonly HybridOptions s_options = new()
    {
        RankingFactors = 32,
        NFactors = 8,
        HistoryHeads = 4,
        AttentionHeads = 2,
        KeyDimension = 8,
        ContentFactors = 16,
        HiddenUnits = 8,
        BatchSize = 30,
        NEpochs = 8,
        ValidRatio = 0,
        LearningRate = 0.01,
        ContentLearningRate = 0.01,
        SpectralRegularization = 20,
        TextPrior = 10,
        Device = HybridDevice.Cpu,
    };

    [Fact]
    public void ScoreBatch_TrainedNetwork_FindsInTheBestWhatReadingAllLists()
    {
        HybridModel model = HybridTrainer.Train(TopicWorld.Data, s_options, SmallWorld.Context);
        UserHistory[] histories =
        [
            .. Enumerable
                .Range(0, TopicWorld.Users)
                .Select(user => TopicWorld.Data.Ratings.History(new UserIndex(user))),
        ];

        int[][] all = Lists(model, histories, TextReading.All);
        double found = Overlap(Lists(model, histories, TextReading.Best), all);
        double without = Overlap(Lists(model, histories, TextReading.None), all);

        Assert.InRange(found, 0.98, 1);
        // Or else finding them would be no achievement.
        Assert.InRange(without, 0, 0.8);
    }

    private static double Overlap(int[][] lists, int[][] all) =>
        lists.Zip(all, (list, full) => list.Intersect(full).Count()).Sum() / (double)(K * all.Length);

    private static int[][] Lists(HybridModel model, UserHistory[] histories, TextReading reading) =>
        [
            .. histories.Select(history =>
            {
                var scores = new float[TopicWorld.Items];
                model.ScoreBatch([history], scores, reading);
                var best = new ScoredItem[K];
                TopK.Select(scores, history.Items, best);
                return best.Select(scored => scored.Item).ToArray();
            }),
        ];
}
