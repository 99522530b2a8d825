using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Tuning;

/// <summary>Values to weigh against each other, by lot.</summary>
internal sealed class CandidatePoints(SearchSpace space, CounterRandom random)
{
    private long next;

    public IEnumerable<double[]> Anywhere(int count)
    {
        for (int n = 0; n < count; n++)
        {
            yield return space.ValuesAt([.. space.Dimensions.Select(_ => Uniform())]);
        }
    }

    /// <summary>About half of the dimensions moved, an unordered one to any choice.</summary>
    /// <param name="reach">Standard deviation of a move, of positions.</param>
    public IEnumerable<double[]> Near(double[] point, double reach, int count)
    {
        for (int n = 0; n < count; n++)
        {
            double[] moved = [.. point];
            int always = random.Below(moved.Length, next++);
            for (int d = 0; d < moved.Length; d++)
            {
                if (d == always || Uniform() < 0.5)
                {
                    moved[d] = space.Dimensions[d].IsOrdered
                        ? Math.Clamp(point[d] + (reach * random.Normal(1_000_000 + next++)), 0, 1)
                        : Uniform();
                }
            }

            yield return space.ValuesAt(moved);
        }
    }

    private double Uniform() => random.Uniform(next++);
}
