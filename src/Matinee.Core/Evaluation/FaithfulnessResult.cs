namespace Matinee.Core.Evaluation;

/// <param name="Passed">Cases where the named movie's removal lowers the score more than a random one's.</param>
public readonly record struct FaithfulnessResult(int Cases, int Passed)
{
    public double Rate => Cases == 0 ? 0 : (double)Passed / Cases;

    /// <summary>Wilson's score interval at 95% (1927): unlike the normal one it says something about 100 of 100.</summary>
    public Interval Interval
    {
        get
        {
            if (Cases == 0)
            {
                return default;
            }

            const double Z = 1.959964;
            double centre = Rate + (Z * Z / (2 * Cases));
            double width = Z * Math.Sqrt((Rate * (1 - Rate) / Cases) + (Z * Z / (4.0 * Cases * Cases)));
            double scale = 1 + (Z * Z / Cases);
            return new Interval(Math.Max(0, (centre - width) / scale), Math.Min(1, (centre + width) / scale));
        }
    }
}
