using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Numerics;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Remembers the best epoch, and says when there was none for too long. Of epochs as good as each other the last is best: the
/// learning rate falls, and what is left of its noise with it.
/// </summary>
internal sealed class EarlyStopping(int patience)
{
    // Validation losses of neighbouring epochs differ by this much, whatever was learned.
    private const double Noise = 0.002;

    // Of a person with fewer nothing is taken away.
    private const int LeastRatings = 5;
    private const long HoldOutStream = 0x5EED;

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

    /// <summary>A part of every person's ratings becomes the validation part.</summary>
    public static TrainingData HoldOut(TrainingData data, double share, long seed)
    {
        var random = new CounterRandom(seed, HoldOutStream);
        InteractionMatrix ratings = data.Ratings;
        bool Held(int entry, int row) => ratings.RowLength(row) >= LeastRatings && random.Uniform(entry) < share;
        var rows = new int[ratings.EntryCount];
        for (int row = 0; row < ratings.RowCount; row++)
        {
            rows.AsSpan(ratings.RowStarts[row], ratings.RowLength(row)).Fill(row);
        }

        return data with
        {
            Ratings = ratings.WhereEntry(entry => !Held(entry, rows[entry])),
            Validation = ratings.WhereEntry(entry => Held(entry, rows[entry])),
        };
    }
}
