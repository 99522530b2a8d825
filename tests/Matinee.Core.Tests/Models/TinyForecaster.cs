using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Popularity;

namespace Matinee.Core.Tests.Models;

/// <summary>
/// Gives the movies of one taste good chances and those of the other bad ones; told when, it predicts half a star more.
/// </summary>
internal sealed class TinyForecaster : IRatingDistributionPredictor
{
    public const float ToldMore = 0.5f;

    // Means 4.125 and 2.875.
    private static readonly float[] Good = [0.125f, 0.125f, 0.25f, 0.5f];
    private static readonly float[] Bad = [0.5f, 0.25f, 0.125f, 0.125f];

    private int told;

    public string Kind => "tiny";
    public int ItemCount => TinyWorld.Items;
    public IReadOnlyList<float> Levels { get; } = [2, 3, 4, 5];

    /// <summary>Whether anybody ever said when a rating is given.</summary>
    public bool WasTold => told > 0;

    public static float MeanOf(int item) => item < TinyWorld.Items / 2 ? 4.125f : 2.875f;

    /// <summary>It on the tiny dataset, as if that had been split in another way.</summary>
    public ModelEvaluation Evaluate(string protocol, Dataset? dataset = null)
    {
        Dataset data = dataset ?? TinyDataset.Create();
        data = data with { Manifest = data.Manifest with { Split = new DatasetSplit(protocol, 0.2, 0.1, 42) } };
        return ModelEvaluation.Run(data, Bundle(data), new EvaluationOptions { Cutoffs = [1, 5, 10], Resamples = 100 });
    }

    public ModelBundle Bundle(Dataset dataset)
    {
        InteractionMatrix known = dataset.Matrix(SplitPart.Train, SplitPart.Validation);
        var facts = new BundleDataset(
            dataset.Manifest.Hash,
            dataset.Manifest.Source.Layout,
            false,
            dataset.Users.Count,
            dataset.Catalog.RankedCount,
            dataset.Catalog.Count,
            known.EntryCount
        );
        return new ModelBundle(
            new BundleManifest
            {
                MatineeVersion = ModelBundle.MatineeVersion,
                Model = Kind,
                FittedOn = BundleManifest.FittedOnTrainValidation,
                Dataset = facts,
                Seed = 42,
                Options = System.Text.Json.JsonDocument.Parse("{}").RootElement,
            },
            this,
            PopularityModel.Train(known),
            BiasModel.Train(known, new BiasOptions()),
            dataset.Catalog,
            null
        );
    }

    public void Predict(UserHistory history, ReadOnlySpan<int> items, Span<RatingPrediction> predictions)
    {
        for (int n = 0; n < items.Length; n++)
        {
            predictions[n] = new RatingPrediction(MeanOf(items[n]), 1);
        }
    }

    public void PredictDistributions(
        ReadOnlySpan<UserHistory> histories,
        ReadOnlySpan<int> counts,
        ReadOnlySpan<int> items,
        ReadOnlySpan<long> timestamps,
        Span<RatingPrediction> predictions,
        Span<float> probabilities
    )
    {
        if (!timestamps.IsEmpty)
        {
            Interlocked.Increment(ref told);
            Assert.Equal(items.Length, timestamps.Length);
        }

        for (int n = 0; n < items.Length; n++)
        {
            float more = timestamps.IsEmpty ? 0 : ToldMore;
            predictions[n] = new RatingPrediction(MeanOf(items[n]) + more, 1);
            (items[n] < TinyWorld.Items / 2 ? Good : Bad).CopyTo(probabilities[(n * Good.Length)..]);
        }
    }

    public void Save(ComponentWriter writer) => throw new NotSupportedException();
}
