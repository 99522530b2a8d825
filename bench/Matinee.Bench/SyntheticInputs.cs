using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Bench;

/// <summary>Inputs with the shapes of real ones, made from a seed.</summary>
internal static class SyntheticInputs
{
    /// <summary>A lower triangle that is positive definite because its diagonal dominates.</summary>
    public static void FillPositiveDefinite(float[] matrix, int n)
    {
        for (int row = 0; row < n; row++)
        {
            Span<float> line = matrix.AsSpan(row * n, row + 1);
            for (int column = 0; column < row; column++)
            {
                line[column] = (uint)(row * 31 + column * 17) % 64 / 64f;
            }

            line[row] = n;
        }
    }

    public static float[] Normal(int length, long stream)
    {
        var random = new CounterRandom(42, stream);
        var values = new float[length];
        for (int n = 0; n < length; n++)
        {
            values[n] = (float)random.Normal(n);
        }

        return values;
    }

    /// <summary>About a million interactions of 6 040 users with 3 706 items, as long-tailed as MovieLens 1M's.</summary>
    public static InteractionMatrix MovieLens1M()
    {
        const int users = 6040;
        const int items = 3706;
        var presence = new CounterRandom(42, 1);
        var activity = new CounterRandom(42, 2);
        var starts = new int[users + 1];
        var columns = new List<int>();
        for (int user = 0; user < users; user++)
        {
            double share = 0.12 * Math.Exp(0.95 * activity.Normal(user));
            for (int item = 0; item < items; item++)
            {
                double popularity = Math.Exp(-4.0 * item / items);
                if (presence.Uniform((long)user * items + item) < share * popularity)
                {
                    columns.Add(item);
                }
            }

            starts[user + 1] = columns.Count;
        }

        var ones = new float[columns.Count];
        Array.Fill(ones, 1);
        return new InteractionMatrix(starts, [.. columns], ones, new long[columns.Count], items);
    }
}
