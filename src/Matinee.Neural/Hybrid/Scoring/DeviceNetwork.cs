using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid.Scoring;

/// <summary>A network's tensors on a device; names and shapes are those of <see cref="HybridTensors"/>.</summary>
internal sealed class DeviceNetwork : IDisposable
{
    private readonly Device device;
    private readonly List<Tensor> owned = [];

    public DeviceNetwork(HybridModel model, Device device)
    {
        this.device = device;
        HybridTensors tensors = model.ToTensors();
        Options = model.Options;
        Scale = tensors.Scale;
        RatingOutputBias = tensors.RatingOutputBias;
        UserCount = tensors.UserBias.Length;
        int d = Options.RankingFactors;
        int r = Options.NFactors;
        int items = model.ItemCount;
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        HistoryItems = Floats(tensors.HistoryItems, items, d);
        Affinities = Own(HistoryItems.mm(Floats(tensors.HistoryQuery, d, Options.HistoryHeads)));
        RatingGate = Floats(tensors.RatingGate, -1, Options.HistoryHeads);
        RecencyGate = Floats(tensors.RecencyGate, -1, Options.HistoryHeads);
        RankingItems = Own(Floats(tensors.RankingItems, items, d).mul_(tensors.Temperature));
        RankingBias = Floats(tensors.RankingBias, items);
        RatingItems = Floats(tensors.RatingItems, items, r);
        RatingHistory = Floats(tensors.RatingHistory, items, r);
        RatingBias = Floats(tensors.RatingBias, items);
        HistoryToRating = Floats(tensors.HistoryToRating, r, d);
        HistoryToRatingBias = Floats(tensors.HistoryToRatingBias, r);
        UserFactors = Floats(tensors.UserFactors, UserCount, r);
        UserBias = Floats(tensors.UserBias, UserCount);
        RatingHidden = Floats(tensors.RatingHidden, Options.HiddenUnits, 2 * r);
        RatingHiddenBias = Floats(tensors.RatingHiddenBias, Options.HiddenUnits);
        RatingOutput = Floats(tensors.RatingOutput, Options.HiddenUnits);
        Texts = tensors.Text is { } text ? new DeviceTexts(text, tensors.Temperature, this) : null;
        // Only now: a device that is full half-way gets all of it back.
        owned.ForEach(own => own.DetachFromDisposeScope());
    }

    public HybridOptions Options { get; }
    public HybridRatingScale Scale { get; }
    public float RatingOutputBias { get; }
    public int UserCount { get; }
    public Tensor HistoryItems { get; }

    /// <summary>N × h: what a movie itself says about its weight.</summary>
    public Tensor Affinities { get; }

    public Tensor RatingGate { get; }
    public Tensor RecencyGate { get; }

    /// <summary>Times the temperature.</summary>
    public Tensor RankingItems { get; }

    public Tensor RankingBias { get; }
    public Tensor RatingItems { get; }
    public Tensor RatingHistory { get; }
    public Tensor RatingBias { get; }
    public Tensor HistoryToRating { get; }
    public Tensor HistoryToRatingBias { get; }
    public Tensor UserFactors { get; }
    public Tensor UserBias { get; }
    public Tensor RatingHidden { get; }
    public Tensor RatingHiddenBias { get; }
    public Tensor RatingOutput { get; }

    /// <summary>Null where a history does not choose between texts.</summary>
    public DeviceTexts? Texts { get; }

    public int ItemCount => (int)RankingBias.shape[0];

    /// <param name="shape">At most one dimension may be −1, whatever is left.</param>
    public Tensor Floats(float[] values, params long[] shape) => Own(tensor(values, device: device).reshape(shape));

    public Tensor Indices(IEnumerable<int> values) =>
        Own(tensor(values.Select(value => (long)value).ToArray(), device: device));

    public Tensor Own(Tensor tensor)
    {
        owned.Add(tensor);
        return tensor;
    }

    public void Dispose() => owned.ForEach(tensor => tensor.Dispose());
}
