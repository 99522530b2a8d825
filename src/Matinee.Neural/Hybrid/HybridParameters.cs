using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>The network's tensors by name, drawn or computed to start from. Shapes: see <see cref="HybridTensors"/>.</summary>
internal sealed class HybridParameters : IDisposable
{
    private const double EmbeddingScale = 0.05;
    private const double ProjectionScale = 0.03;

    // So that a movie's history softmax starts near the ratings' own.
    private const double Temperature = 10;
    private const double SpectralScale = 3;

    // Gates bend the history's weights; they are few and move slowly.
    private const double GateRate = 0.1;

    private readonly Dictionary<string, Parameter> parameters = [];

    public HybridParameters(HybridData data, HybridOptions options, Device device)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        int items = data.ItemCount;
        int users = data.Ratings.RowCount;
        int d = options.RankingFactors;
        int r = options.NFactors;
        int content = data.FeatureWidth + (options.UseText ? options.ContentFactors : 0);
        double rate = options.LearningRate;
        var spectral = new ParameterGroup(options.EmbeddingLearningRate, 0, RowKind.Items);
        var itemVectors = new ParameterGroup(rate, options.WeightDecay, RowKind.Items);
        var itemBiases = new ParameterGroup(rate, 0, RowKind.Items);
        var userVectors = new ParameterGroup(rate, options.WeightDecay, RowKind.Users);
        var userBiases = new ParameterGroup(rate, 0, RowKind.Users);
        var dense = new ParameterGroup(options.ContentLearningRate, 0.01);
        var gates = new ParameterGroup(rate * GateRate, 0);
        // At 0 they weigh every rating alike.
        ParameterGroup weighing = options.UseHistoryAttention ? gates : new ParameterGroup(0, 0);

        (Tensor history, Tensor ranking) = SpectralStart.Of(data.Ratings, items, d, options.SpectralRegularization);
        Add(Names.HistoryItems, history * SpectralScale, spectral);
        Add(Names.RankingItems, ranking * SpectralScale, spectral);
        Add(Names.RankingBias, zeros(items), itemBiases);
        Add(Names.RatingItems, randn(items, r) * EmbeddingScale, itemVectors);
        Add(Names.RatingHistory, randn(items, r) * EmbeddingScale, itemVectors);
        Add(Names.RatingBias, zeros(items), itemBiases);
        Add(Names.UserFactors, randn(users, r) * EmbeddingScale, userVectors);
        Add(Names.UserBias, zeros(users), userBiases);
        Add(Names.HistoryQuery, zeros(d, options.HistoryHeads), weighing);
        Add(Names.RatingGate, zeros(HistorySignals.RatingLevels, options.HistoryHeads), weighing);
        Add(Names.RecencyGate, zeros(HistorySignals.AgeBuckets, options.HistoryHeads), weighing);
        Add(Names.Temperature, tensor(new[] { (float)Temperature }), gates);
        Add(Names.HistoryToRating, zeros(d, r), dense);
        Add(Names.HistoryToRatingBias, zeros(r), dense);
        AddLinear(Names.RatingHidden, 2 * r, options.HiddenUnits, dense);
        Add(Names.RatingOutput, zeros(options.HiddenUnits), dense);
        Add(Names.RatingOutputBias, zeros(1), dense);
        AddNorm(Names.RatingNorm, options.HiddenUnits, dense);
        Add(Names.ContentToHistory, randn(content, d) * 3e-4, dense);
        Add(Names.ContentToRanking, zeros(content, d), dense);
        Add(Names.ContentToRankingBias, zeros(content), dense);
        Add(Names.ContentToRating, randn(content, r) * 1e-3, dense);
        Add(Names.ContentToRatingBias, zeros(content), dense);
        if (data.Facets is { } facets)
        {
            int width = facets.Vectors.Dimensions;
            if (options.UseText)
            {
                for (int kind = 0; kind < FacetTable.KindCount; kind++)
                {
                    Add(Names.TextProjection(kind), randn(width, options.ContentFactors) * ProjectionScale, dense);
                }

                AddNorm(Names.ContentNorm, options.ContentFactors, dense);
            }

            if (options.UseCrossAttention)
            {
                int keys = options.AttentionHeads * options.KeyDimension;
                Add(Names.AttentionQuery, randn(d, keys) * 0.02, dense);
                Add(Names.AttentionKeys, randn(width, keys) * 0.006, dense);
                Add(Names.RankingValues, randn(width, d) * 0.0025, dense);
                Add(Names.RatingValues, randn(width, r) * 0.0025, dense);
                Add(Names.KindBias, zeros(FacetTable.KindCount, options.AttentionHeads), dense);
            }
        }

        foreach (Parameter parameter in parameters.Values)
        {
            parameter.MoveTo(device);
        }
    }

    public IReadOnlyCollection<Parameter> All => parameters.Values;

    public Parameter this[string name] => parameters[name];

    /// <summary>Remembers every value: this is the best epoch so far.</summary>
    public void Keep()
    {
        foreach (Parameter parameter in parameters.Values)
        {
            parameter.Keep();
        }
    }

    /// <summary>Goes back to what was remembered, if anything was.</summary>
    public void ReturnToKept()
    {
        foreach (Parameter parameter in parameters.Values)
        {
            parameter.ReturnToKept();
        }
    }

    public void Dispose()
    {
        foreach (Parameter parameter in parameters.Values)
        {
            parameter.Dispose();
        }
    }

    private void AddLinear(string name, int inputs, int outputs, ParameterGroup group)
    {
        // Kaiming's uniform start, as a linear layer's default.
        double bound = 1 / Math.Sqrt(inputs);
        Add(name, rand(inputs, outputs) * (2 * bound) - bound, group);
        Add(Names.BiasOf(name), rand(outputs) * (2 * bound) - bound, group);
    }

    private void AddNorm(string name, int width, ParameterGroup group)
    {
        Add(Names.ScaleOf(name), ones(width), group);
        Add(Names.ShiftOf(name), zeros(width), group);
        Add(Names.MeanOf(name), zeros(width), new ParameterGroup(0, 0));
        Add(Names.VarianceOf(name), ones(width), new ParameterGroup(0, 0));
    }

    private void Add(string name, Tensor value, ParameterGroup group) =>
        parameters.Add(name, new Parameter(name, value, group));
}
