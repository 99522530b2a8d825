using Matinee.Core.Interactions;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Ratings that the sampler does not see, predicted by the average over all sweeps of all chains so far.</summary>
internal sealed class HeldOutRatings
{
    private readonly float[] ratings;
    private readonly int[][] rows;
    private readonly int blocks;

    public HeldOutRatings(InteractionMatrix heldOut, DayMap? days)
    {
        ratings = heldOut.Values.ToArray();
        blocks = days is null ? 2 : 3;
        Sums = new double[ratings.Length];
        rows = new int[ratings.Length][];
        for (int user = 0; user < heldOut.RowCount; user++)
        {
            for (int n = heldOut.RowStarts[user]; n < heldOut.RowStarts[user + 1]; n++)
            {
                int day = days?.RowOf(heldOut.Timestamps[n]) ?? -1;
                // Without its day a rating is predicted by its first two blocks.
                rows[n] = day < 0 ? [user, heldOut.Columns[n]] : [user, heldOut.Columns[n], day];
            }
        }
    }

    /// <summary>Summed predictions in stars, one per rating; part of a checkpoint.</summary>
    public double[] Sums { get; }

    public void Add(Design design, GibbsChain chain)
    {
        RowValues values = RowValues.Of(design, chain.Parameters, chain.Intercept);
        var scale = new StarScale(design.Levels, chain.CutPoints);
        BlockParameters? days = blocks > 2 ? chain.Parameters[DesignBuilder.DayBlock] : null;
        for (int n = 0; n < rows.Length; n++)
        {
            double predicted = values.Predict(rows[n]);
            if (days is not null && rows[n].Length < blocks)
            {
                predicted += OtherDay(days, values, rows[n]);
            }

            Sums[n] += scale.Of(predicted);
        }
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
    private static double OtherDay(BlockParameters days, RowValues values, int[] rows)
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
