namespace Matinee.Core.Numerics;

/// <summary>One number after the other from a counter-based generator, for methods that take as many as they need.</summary>
internal sealed class SequentialRandom(CounterRandom random)
{
    private long next;

    public double Uniform() => random.Uniform(next++);

    /// <summary>Standard normal.</summary>
    public double Normal() => NormalSampler.Next(random, next++);

    /// <summary>
    /// Gamma of the given shape, above 0, and rate 1 (Marsaglia and Tsang 2000; below shape 1 by their power of a uniform).
    /// </summary>
    public double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        }

        double d = shape - 1.0 / 3;
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal();
            double root = 1 + c * x;
            if (root <= 0)
            {
                continue;
            }

            double v = root * root * root;
            if (Math.Log(1 - Uniform()) < 0.5 * x * x + d * (1 - v + Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
