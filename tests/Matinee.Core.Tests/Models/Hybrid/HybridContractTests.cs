using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Core.Tests.Models.Hybrid;

/// <summary>
/// A network as training on the tiny world might leave it: one dimension per taste in each of two heads, genres as texts,
/// no biases.
/// </summary>
public class HybridContractTests : PersonalRecommenderContract
{
    private protected override ModelKind Kind => HybridModel.KindWith((_, options, _) => Trained(options));

    private protected override object Options =>
        new HybridOptions
        {
            RankingFactors = 4,
            NFactors = 2,
            HistoryHeads = 2,
            AttentionHeads = 2,
            KeyDimension = 3,
            HiddenUnits = 5,
        };

    private static HybridModel Trained(HybridOptions options)
    {
        HybridTensors random = RandomHybrid.Tensors(options, TinyWorld.Items, TinyWorld.Users, texts: 2);
        float[] tastes = [.. Enumerable.Range(0, TinyWorld.Items).SelectMany(item => Taste(item < 5))];
        HybridTensors tensors = random with
        {
            HistoryItems = tastes,
            RankingItems = tastes,
            RankingBias = new float[TinyWorld.Items],
            Text = random.Text! with
            {
                RankingValues = [.. Taste(true), .. Taste(false)],
                FacetStarts = [.. Enumerable.Range(0, TinyWorld.Items + 1)],
                FacetTexts = [.. Enumerable.Range(0, TinyWorld.Items).Select(item => item < 5 ? 0 : 1)],
                FacetKinds = new int[TinyWorld.Items],
            },
        };
        return new HybridModel(options, tensors);
    }

    private static float[] Taste(bool comedy) => comedy ? [1, 0, 1, 0] : [0, 1, 0, 1];
}
