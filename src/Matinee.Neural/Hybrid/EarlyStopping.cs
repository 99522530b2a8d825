namespace Matinee.Neural.Hybrid;

/// <summary>
/// Remembers the best epoch, and says when there was none for too long. Of epochs as good as each other the last is best: the
/// learning rate falls, and what is left of its noise with it.
/// </summary>
internal sealed class EarlyStopping(int patience)
{
    // Validation losses of neighbouring epochs differ by this much, whatever was learned.
    private const double Noise = 0.002;

    public int BestEpoch { get; private set; }

    /// <summary>The lowest so far; a later epoch may be the best one with a little more.</summary>
    public double BestLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether this epoch is the best so far: its loss is the lowest, or two thousandths above it at most.</summary>
    public bool Improved(int epoch, double loss)
    {
        if (!(loss <= BestLoss * (1 + Noise)))
        {
            return false;
        }

        (BestEpoch, BestLoss) = (epoch, Math.Min(BestLoss, loss));
        return true;
    }

    public bool IsOver(int epoch) => patience > 0 && epoch - BestEpoch >= patience;

    /// <summary>As a checkpoint found it.</summary>
    public void Restore(int bestEpoch, double bestLoss) => (BestEpoch, BestLoss) = (bestEpoch, bestLoss);
}
