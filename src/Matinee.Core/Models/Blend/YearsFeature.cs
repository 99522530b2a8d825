using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// How much a person watches of a movie's time: ln(0.01 + the mean of exp(−Δ / 5) over the history), Δ the years between the two
/// releases. A movie of unknown year has the mean of the ranked ones.
/// </summary>
/// <param name="years">Release year per item; 0: unknown.</param>
/// <param name="ranked">How many of them, from the first on, are ranked.</param>
internal sealed class YearsFeature(int[] years, int ranked) : IBlendFeature
{
    private const double Scale = 5;
    private readonly int first = years.Where(year => year > 0).DefaultIfEmpty(1).Min();
    private readonly int last = years.Where(year => year > 0).DefaultIfEmpty(1).Max();

    public string Name => "years";
    public bool Retrieves => false;

    public void Compute(UserHistory history, Span<float> values)
    {
        var density = new double[last - first + 1];
        int dated = 0;
        foreach (int item in history.Items)
        {
            if (item < years.Length && years[item] > 0)
            {
                density[years[item] - first]++;
                dated++;
            }
        }

        if (dated == 0)
        {
            values.Clear();
            return;
        }

        Smooth(density);
        var logarithms = new float[density.Length];
        for (int n = 0; n < density.Length; n++)
        {
            logarithms[n] = (float)Math.Log(0.01 + (density[n] / dated));
        }

        double sum = 0;
        int known = 0;
        foreach (int year in years.AsSpan(0, ranked))
        {
            if (year > 0)
            {
                sum += logarithms[year - first];
                known++;
            }
        }

        var mean = (float)(sum / Math.Max(1, known));
        for (int item = 0; item < values.Length; item++)
        {
            values[item] = item < years.Length && years[item] > 0 ? logarithms[years[item] - first] : mean;
        }
    }

    // Two exponential filters, one from each side.
    private static void Smooth(double[] counts)
    {
        double decay = Math.Exp(-1 / Scale);
        var backward = new double[counts.Length];
        for (int n = counts.Length - 2; n >= 0; n--)
        {
            backward[n] = decay * (backward[n + 1] + counts[n + 1]);
        }

        double forward = 0;
        for (int n = 0; n < counts.Length; n++)
        {
            double own = counts[n];
            counts[n] += forward + backward[n];
            forward = decay * (forward + own);
        }
    }
}
