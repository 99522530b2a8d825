using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>What one sample's predictions are in stars; for the figures that are shown while sampling.</summary>
internal sealed class StarScale
{
    // Between its points a table of a smooth curve is straight enough for four digits.
    private const int Points = 2_048;

    private readonly float[] levels;
    private readonly double[]? table;
    private readonly double from;
    private readonly double step;

    /// <param name="cuts">Empty where predictions are stars already.</param>
    public StarScale(float[] levels, ReadOnlySpan<double> cuts)
    {
        this.levels = levels;
        if (cuts.IsEmpty)
        {
            return;
        }

        const double Margin = 6;
        from = cuts[0] - Margin;
        step = (cuts[^1] + Margin - from) / (Points - 1);
        table = new double[Points];
        for (int n = 0; n < Points; n++)
        {
            table[n] = levels[0];
            for (int k = 0; k < cuts.Length; k++)
            {
                table[n] += (levels[k + 1] - levels[k]) * NormalDistribution.Cumulative(from + n * step - cuts[k]);
            }
        }
    }

    public double Of(double predicted)
    {
        if (table is null)
        {
            return Math.Clamp(predicted, levels[0], levels[^1]);
        }

        double place = Math.Clamp((predicted - from) / step, 0, Points - 1.001);
        int below = (int)place;
        return table[below] + (place - below) * (table[below + 1] - table[below]);
    }
}
