namespace Matinee.Core.Numerics;

/// <summary>
/// Standard normal numbers from counters, by the ziggurat of 256 layers (Marsaglia and Tsang 2000; Doornik 2005 for the
/// separate bits of layer and place): nine times in ten one multiplication.
/// </summary>
internal static class NormalSampler
{
    private const int Layers = 256;

    // Where the lowest layer's tail begins, and the area of every layer.
    private const double TailStart = 3.6541528853610088;
    private const double Area = 0.00492867323399;

    // Attempts draw from counters so far apart that those of different numbers never meet.
    private const int AttemptShift = 42;

    private static readonly double[] s_edges = Edges();
    private static readonly double[] s_densities = [.. s_edges.Select(x => Math.Exp(-0.5 * x * x))];

    /// <summary>Number <paramref name="index"/>, below 2⁴², of the generator.</summary>
    public static double Next(in CounterRandom random, long index)
    {
        for (long attempt = 0; ; attempt += 2)
        {
            ulong bits = random.Bits(index + (attempt << AttemptShift));
            int layer = (int)(bits & (Layers - 1));
            double place = (bits >> 11) * (2.0 / (1UL << 53)) - 1;
            double x = place * s_edges[layer];
            if (Math.Abs(x) < s_edges[layer + 1])
            {
                return x;
            }

            double other = random.Uniform(index + ((attempt + 1) << AttemptShift));
            if (layer == 0)
            {
                return Tail(random, index, attempt + 2, negative: place < 0);
            }

            double low = s_densities[layer];
            if (low + other * (s_densities[layer + 1] - low) < Math.Exp(-0.5 * x * x))
            {
                return x;
            }
        }
    }

    /// <summary>Fills with the numbers from <paramref name="first"/> on.</summary>
    public static void Fill(in CounterRandom random, long first, Span<double> normals)
    {
        for (int n = 0; n < normals.Length; n++)
        {
            normals[n] = Next(random, first + n);
        }
    }

    // Marsaglia 1964.
    private static double Tail(in CounterRandom random, long index, long attempt, bool negative)
    {
        for (; ; attempt += 2)
        {
            double x = Math.Log(1 - random.Uniform(index + (attempt << AttemptShift))) / TailStart;
            double y = Math.Log(1 - random.Uniform(index + ((attempt + 1) << AttemptShift)));
            if (-2 * y >= x * x)
            {
                return negative ? x - TailStart : TailStart - x;
            }
        }
    }

    // edges[0] is the width of a rectangle with the lowest layer's area, edges[1] the tail's start, edges[256] is 0.
    private static double[] Edges()
    {
        var edges = new double[Layers + 1];
        double density = Math.Exp(-0.5 * TailStart * TailStart);
        edges[0] = Area / density;
        edges[1] = TailStart;
        for (int layer = 2; layer < Layers; layer++)
        {
            density += Area / edges[layer - 1];
            edges[layer] = Math.Sqrt(-2 * Math.Log(density));
        }

        return edges;
    }
}
