using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

/// <summary>
/// The sampler as Rendle 2012 states it, over one row of features per rating and with no sums kept: the slow twin of the
/// chain, which draws the same numbers for the same things.
/// </summary>
internal sealed unsafe class SlowGibbsChain
{
    private readonly Design design;
    private readonly int rank;
    private readonly long seed;
    private readonly double[][] x;
    private readonly OrderedProbit? probit;
    private readonly double[] given;
    private double[] errors = [];

    public SlowGibbsChain(Design design, int rank, RatingLikelihood likelihood, long seed)
    {
        this.design = design;
        this.rank = rank;
        this.seed = seed;
        x = ExpandedDesign.Of(design);
        Weights = new double[x[0].Length];
        Factors = [.. Enumerable.Range(0, rank).Select(_ => new double[x[0].Length])];
        WeightPriors = Priors();
        FactorPriors = [.. Enumerable.Range(0, rank).Select(_ => Priors())];
        foreach ((int block, int first) in Blocks())
        {
            for (int n = 0; n <= rank; n++)
            {
                double[] parameters = n == 0 ? Weights : Factors[n - 1];
                var start = new CounterRandom(seed, -1 - block * 512 - n);
                for (int feature = 0; feature < design.Blocks[block].FeatureCount; feature++)
                {
                    parameters[first + feature] = 0.1 * NormalSampler.Next(start, feature);
                }
            }
        }

        if (likelihood == RatingLikelihood.Probit)
        {
            probit = new OrderedProbit(design, new ParallelOptions { MaxDegreeOfParallelism = 1 });
            given = new double[design.Count];
        }
        else
        {
            given = [.. design.Ratings.Select(rating => (double)rating)];
            Intercept = design.Ratings.Average();
        }
    }

    public double[] Weights { get; }
    public double[][] Factors { get; }
    public (double Mean, double Precision)[] WeightPriors { get; }
    public (double Mean, double Precision)[][] FactorPriors { get; }
    public double Intercept { get; private set; }
    public double Noise { get; private set; } = 1;
    public ReadOnlySpan<double> CutPoints => probit is null ? default : probit.CutPoints;
    public int Sweeps { get; private set; }

    /// <summary>w₀ + Σ wⱼ xⱼ + Σ_{j&lt;k} ⟨vⱼ, vₖ⟩ xⱼ xₖ, pair by pair.</summary>
    public double Predict(int rating)
    {
        double[] row = x[rating];
        double sum = Intercept;
        for (int j = 0; j < row.Length; j++)
        {
            sum += Weights[j] * row[j];
            for (int k = j + 1; k < row.Length; k++)
            {
                for (int factor = 0; factor < rank; factor++)
                {
                    sum += Factors[factor][j] * Factors[factor][k] * row[j] * row[k];
                }
            }
        }

        return sum;
    }

    public void Sweep()
    {
        var random = new SequentialRandom(new CounterRandom(seed, Stream(0)));
        errors = [.. given.Select((value, n) => value - Predict(n))];
        if (probit is null)
        {
            SampleNoiseAndIntercept(random);
        }
        else
        {
            SampleLatent(random);
        }

        SampleParameters(Weights, WeightPriors, 2, random, (n, j) => x[n][j]);
        for (int factor = 0; factor < rank; factor++)
        {
            double[] v = Factors[factor];
            SampleParameters(
                v,
                FactorPriors[factor],
                3 + factor,
                random,
                // The prediction's slope in vⱼ: xⱼ Σ_{k≠j} vₖ xₖ
                (n, j) =>
                    x[n][j] == 0 ? 0 : x[n][j] * Enumerable.Range(0, v.Length).Sum(k => k == j ? 0 : v[k] * x[n][k])
            );
        }

        Sweeps++;
    }

    private void SampleNoiseAndIntercept(SequentialRandom random)
    {
        Noise = random.Gamma((1.0 + design.Count) / 2) / ((1 + errors.Sum(error => error * error)) / 2);
        double precision = Noise * design.Count + 1;
        double mean = Noise * errors.Sum(error => error + Intercept) / precision;
        double drawn = mean + random.Normal() / Math.Sqrt(precision);
        errors = [.. errors.Select(error => error + Intercept - drawn)];
        Intercept = drawn;
    }

    private void SampleLatent(SequentialRandom random)
    {
        RatingState[] states = [.. errors.Select(error => new RatingState { Error = error })];
        fixed (RatingState* ratings = states)
        {
            probit!.Sample(ratings, random, new CounterRandom(seed, Stream(1)));
        }

        probit.Latent.CopyTo(given, 0);
        errors = [.. states.Select(state => state.Error)];
    }

    private void SampleParameters(
        double[] parameters,
        (double Mean, double Precision)[] priors,
        int use,
        SequentialRandom random,
        Func<int, int, double> slope
    )
    {
        var normals = new CounterRandom(seed, Stream(use));
        int prior = 0;
        foreach ((int block, int first) in Blocks())
        {
            foreach (FeatureGroup group in design.Blocks[block].Groups)
            {
                int[] features = [.. Enumerable.Range(first + group.Start, group.Count)];
                priors[prior] = SamplePrior([.. features.Select(j => parameters[j])], priors[prior].Mean, random);
                foreach (int j in features)
                {
                    double[] h = [.. errors.Select((_, n) => slope(n, j))];
                    double old = parameters[j];
                    // Each rating's error were this parameter 0.
                    double products = errors.Select((error, n) => (error + old * h[n]) * h[n]).Sum();
                    double precision = Noise * h.Sum(value => value * value) + priors[prior].Precision;
                    double mean = (Noise * products + priors[prior].Precision * priors[prior].Mean) / precision;
                    double normal = NormalSampler.Next(normals, ((long)block << 32) + j - first);
                    parameters[j] = mean + normal / Math.Sqrt(precision);
                    errors = [.. errors.Select((error, n) => error - (parameters[j] - old) * h[n])];
                }

                prior++;
            }
        }
    }

    // λ ~ Gamma(½, rate 0.1² / 2), μ ~ N(0, 1/λ), θ ~ N(μ, 1/λ).
    private static (double Mean, double Precision) SamplePrior(double[] theta, double mean, SequentialRandom random)
    {
        double shape = (1 + 1 + theta.Length) / 2.0;
        double rate = (0.01 + mean * mean + theta.Sum(value => (value - mean) * (value - mean))) / 2;
        double precision = random.Gamma(shape) / rate;
        double strength = (theta.Length + 1) * precision;
        return (precision * theta.Sum() / strength + random.Normal() / Math.Sqrt(strength), precision);
    }

    private IEnumerable<(int Block, int First)> Blocks() =>
        design.Blocks.Select((_, b) => (b, design.Blocks.Take(b).Sum(block => block.FeatureCount)));

    private (double Mean, double Precision)[] Priors() =>
        [.. design.Blocks.SelectMany(block => block.Groups).Select(_ => (0.0, 1.0))];

    private long Stream(int use) => (long)Sweeps * (rank + 3) + use;
}
