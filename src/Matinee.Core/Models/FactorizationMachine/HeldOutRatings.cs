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
        double otherDay = blocks > 2 ? chain.Parameters[DesignBuilder.DayBlock].WeightPriors[0].Mean : 0;
        for (int n = 0; n < rows.Length; n++)
        {
            double predicted = values.Predict(rows[n]) + (rows[n].Length < blocks ? otherDay : 0);
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
}
