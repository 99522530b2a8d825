using Matinee.Core.Interactions;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Ratings that the sampler does not see, predicted by the average over all sweeps of all chains so far.</summary>
internal sealed class HeldOutRatings
{
    private const int PieceLength = 1 << 14;

    private readonly float[] ratings;

    // Ratings × blocks; −1 for a day that nobody rated on.
    private readonly int[] rows;
    private readonly int blocks;

    public HeldOutRatings(InteractionMatrix heldOut, DayMap? days)
    {
        ratings = heldOut.Values.ToArray();
        blocks = days is null ? 2 : 3;
        Sums = new double[ratings.Length];
        rows = new int[ratings.Length * blocks];
        for (int user = 0; user < heldOut.RowCount; user++)
        {
            for (int n = heldOut.RowStarts[user]; n < heldOut.RowStarts[user + 1]; n++)
            {
                rows[n * blocks + DesignBuilder.UserBlock] = user;
                rows[n * blocks + DesignBuilder.MovieBlock] = heldOut.Columns[n];
                if (days is not null)
                {
                    rows[n * blocks + DesignBuilder.DayBlock] = days.RowOf(heldOut.Timestamps[n]);
                }
            }
        }
    }

    /// <summary>Summed predictions in stars, one per rating; part of a checkpoint.</summary>
    public double[] Sums { get; }

    /// <param name="values">The chain's rows.</param>
    public void Add(Design design, GibbsChain chain, RowValues values, ParallelOptions parallel)
    {
        var scale = new StarScale(design.Levels, chain.CutPoints);
        BlockParameters? days = blocks > 2 ? chain.Parameters[DesignBuilder.DayBlock] : null;
        Parallel.For(
            0,
            (ratings.Length + PieceLength - 1) / PieceLength,
            parallel,
            piece =>
            {
                int end = Math.Min(ratings.Length, (piece + 1) * PieceLength);
                for (int n = piece * PieceLength; n < end; n++)
                {
                    ReadOnlySpan<int> own = rows.AsSpan(n * blocks, blocks);
                    // Without its day a rating is predicted by its first two blocks.
                    bool dayUnknown = own[^1] < 0;
                    own = dayUnknown ? own[..DesignBuilder.DayBlock] : own;
                    double predicted = values.Predict(own);
                    Sums[n] += scale.Of(dayUnknown ? predicted + OtherDay(days!, values, own) : predicted);
                }
            }
        );
    }

    /// <param name="samples">How many were added, over all chains.</param>
    public double Rmse(int samples)
    {
        double squares = 0;
        for (int n = 0; n < ratings.Length; n++)
        {
            double error = Sums[n] / samples - ratings[n];
            squares += error * error;
        }

        return Math.Sqrt(squares / Math.Max(1, ratings.Length));
    }

    // A day that nobody rated on: its prior's mean.
    private static double OtherDay(BlockParameters days, RowValues values, ReadOnlySpan<int> rows)
    {
        double sum = days.WeightPriors[0].Mean;
        int rank = days.FactorPriors.Length;
        for (int factor = 0; factor < rank; factor++)
        {
            double others = 0;
            for (int block = 0; block < rows.Length; block++)
            {
                others += values.Blocks[block].Vectors[(long)rows[block] * rank + factor];
            }

            sum += days.FactorPriors[factor][0].Mean * others;
        }

        return sum;
    }
}
