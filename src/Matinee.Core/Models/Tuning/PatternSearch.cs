namespace Matinee.Core.Models.Tuning;

/// <summary>A minimum without derivatives: each coordinate in turn, a step either way, smaller ones where none helps (Hooke and Jeeves 1961).</summary>
internal static class PatternSearch
{
    /// <param name="start">Overwritten.</param>
    /// <returns>Where the function is lowest, and how low.</returns>
    public static (double[] Point, double Value) Minimise(
        Func<double[], double> function,
        double[] start,
        double step,
        double smallestStep
    )
    {
        double value = function(start);
        while (step >= smallestStep)
        {
            bool improved = false;
            for (int n = 0; n < start.Length; n++)
            {
                double here = start[n];
                foreach (double there in (ReadOnlySpan<double>)[here + step, here - step])
                {
                    start[n] = there;
                    double tried = function(start);
                    if (tried < value)
                    {
                        (value, here, improved) = (tried, there, true);
                        break;
                    }
                }

                start[n] = here;
            }

            step = improved ? step : step / 2;
        }

        return (start, value);
    }
}
