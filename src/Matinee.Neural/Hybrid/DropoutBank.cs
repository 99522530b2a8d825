using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Dropout for large tensors from chances that are drawn once: a step takes a run of them from a place of its own. Drawing
/// millions anew took a quarter of a step.
/// </summary>
internal sealed class DropoutBank : IDisposable
{
    private const int Size = 1 << 23;

    private readonly Tensor chances;

    /// <remarks>Draws from the generator's present state.</remarks>
    public DropoutBank(Device device) => chances = rand(Size, device: device).DetachFromDisposeScope();

    /// <summary>Whether a tensor of so many values leaves places to choose from.</summary>
    public static bool Serves(long count) => count <= Size / 2;

    /// <summary>The values with a share of them 0 and the others scaled up.</summary>
    public Tensor Apply(Tensor values, double share)
    {
        long count = values.numel();
        long start = randint(Size - count, [1]).item<long>();
        Tensor kept = chances.narrow(0, start, count).ge(share).to_type(ScalarType.Float32).reshape(values.shape);
        return values * kept / (1 - share);
    }

    public void Dispose() => chances.Dispose();
}
