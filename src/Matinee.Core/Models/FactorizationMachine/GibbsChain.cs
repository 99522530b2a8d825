using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// One Gibbs chain over a factorization machine: y = w₀ + Σ wⱼ xⱼ + Σ_{j&lt;k} ⟨vⱼ, vₖ⟩ xⱼ xₖ + noise (Rendle 2012), with
/// features in relation blocks (Rendle 2013). All randomness comes from counters, so a chain is the same at any number of
/// threads, and goes on from a stored state as if it had never stopped.
/// </summary>
internal sealed unsafe class GibbsChain : IDisposable
{
    // Of the prior of the noise's precision: as much as one rating says.
    private const double NoiseShape = 1;
    private const double NoiseRate = 1;

    private readonly Design design;
    private readonly long seed;
    private readonly int rank;
    private readonly ParallelOptions parallel;
    private readonly RatingPasses passes;
    private readonly FactorPasses factorPasses;
    private readonly OrderedProbit? probit;
    private readonly RatingState* ratings;
    private readonly RowSums*[] rows;

    // By factor, then by block: each row's Σⱼ xⱼ vⱼ, carried on from sweep to sweep.
    private readonly double*[][] own;
    private readonly double[] normals;

    /// <param name="seed">Of this chain alone.</param>
    public GibbsChain(Design design, int rank, RatingLikelihood likelihood, long seed, ParallelOptions parallel)
    {
        this.design = design;
        this.seed = seed;
        this.rank = rank;
        this.parallel = parallel;
        passes = new RatingPasses(design, parallel);
        factorPasses = new FactorPasses(design, parallel);
        Parameters = [.. design.Blocks.Select(block => new BlockParameters(block, rank))];
        normals = new double[design.Blocks.Max(block => block.FeatureCount)];
        ratings = (RatingState*)Allocate((nuint)design.Count * (nuint)sizeof(RatingState));
        rows = new RowSums*[design.Blocks.Length];
        own = new double*[rank][];
        for (int b = 0; b < rows.Length; b++)
        {
            rows[b] = (RowSums*)Allocate((nuint)design.Blocks[b].RowCount * (nuint)sizeof(RowSums));
        }

        for (int factor = 0; factor < rank; factor++)
        {
            own[factor] = new double*[rows.Length];
            for (int b = 0; b < rows.Length; b++)
            {
                own[factor][b] = (double*)Allocate((nuint)design.Blocks[b].RowCount * sizeof(double));
            }
        }

        probit = likelihood == RatingLikelihood.Probit ? new OrderedProbit(design, parallel) : null;
        Start();
    }

    public BlockParameters[] Parameters { get; }

    /// <summary>w₀; 0 under a probit, whose cut-points do its work.</summary>
    public double Intercept { get; private set; }

    /// <summary>α, the precision of a rating in stars⁻²; 1 under a probit.</summary>
    public double Noise { get; private set; } = 1;

    /// <summary>Ascending, one fewer than levels; empty without a probit.</summary>
    public ReadOnlySpan<double> CutPoints => probit is null ? default : probit.CutPoints;

    /// <summary>Sweeps done.</summary>
    public int Sweeps { get; private set; }

    public ReadOnlySpan<RatingState> Ratings => new(ratings, design.Count);

    public void Sweep()
    {
        var random = new SequentialRandom(new CounterRandom(seed, Stream(0)));
        if (probit is null)
        {
            SampleNoise(random);
            SampleIntercept(random);
        }
        else
        {
            probit.Sample(ratings, random, new CounterRandom(seed, Stream(1)));
        }

        SampleWeights(random);
        for (int factor = 0; factor < rank; factor++)
        {
            SampleFactor(factor, random);
        }

        Sweeps++;
    }

    /// <summary>Σ (stars − predicted stars)² of the sample as it is.</summary>
    public double SquaredErrors()
    {
        var scale = new StarScale(design.Levels, CutPoints);
        return passes.Sum(
            (first, end) =>
            {
                double sum = 0;
                for (int n = first; n < end; n++)
                {
                    double given = probit is null ? design.Ratings[n] : probit.Latent[n];
                    double error = scale.Of(given - ratings[n].Error) - design.Ratings[n];
                    sum += error * error;
                }

                return sum;
            }
        );
    }

    /// <summary>The sample in terms of rows.</summary>
    public RowValues Rows() => RowValues.Of(design, Parameters, Intercept, parallel);

    /// <summary>Everything that the next sweep depends on, for <see cref="Restore"/>.</summary>
    public double[] State()
    {
        var state = new StateWriter(StateLength());
        state.Add(Intercept);
        state.Add(Noise);
        foreach (BlockParameters block in Parameters)
        {
            block.Write(state);
        }

        foreach (RatingState rating in Ratings)
        {
            state.Add(rating.Error);
        }

        for (int factor = 0; factor < rank; factor++)
        {
            for (int b = 0; b < rows.Length; b++)
            {
                state.Add(Own(factor, b));
            }
        }

        if (probit is not null)
        {
            state.Add(probit.CutPoints);
            state.Add(probit.Mode);
            state.Add(probit.Latent);
        }

        return state.Whole();
    }

    public void Restore(int sweeps, double[] state)
    {
        Sweeps = sweeps;
        var reader = new StateReader(state);
        Intercept = reader.Next();
        Noise = reader.Next();
        foreach (BlockParameters block in Parameters)
        {
            block.Read(reader);
        }

        for (int n = 0; n < design.Count; n++)
        {
            ratings[n].Error = reader.Next();
        }

        for (int factor = 0; factor < rank; factor++)
        {
            for (int b = 0; b < rows.Length; b++)
            {
                reader.Next(design.Blocks[b].RowCount).CopyTo(Own(factor, b));
            }
        }

        if (probit is not null)
        {
            int cuts = probit.CutPoints.Length;
            probit.Restore(reader.Next(cuts), reader.Next(cuts), reader.Next(design.Count));
        }
    }

    public void Dispose()
    {
        factorPasses.Dispose();
        NativeMemory.AlignedFree(ratings);
        for (int b = 0; b < rows.Length; b++)
        {
            NativeMemory.AlignedFree(rows[b]);
            for (int factor = 0; factor < rank; factor++)
            {
                NativeMemory.AlignedFree(own[factor][b]);
            }
        }
    }

    private long StateLength() =>
        2
        + Parameters.Sum(block => (long)block.StateLength)
        + design.Count
        + (long)rank * design.Blocks.Sum(block => block.RowCount)
        + (probit is null ? 0 : 2 * probit.CutPoints.Length + design.Count);

    private Span<double> Own(int factor, int block) => new(own[factor][block], design.Blocks[block].RowCount);

    private static void* Allocate(nuint bytes)
    {
        void* memory = NativeMemory.AlignedAlloc(Math.Max(bytes, 64), 64);
        LargePages.Advise(memory, bytes);
        NativeMemory.Clear(memory, bytes);
        return memory;
    }

    // Of every sweep its own: for single numbers, for latent ratings, and for each pass over the features.
    private long Stream(int use) => (long)Sweeps * (rank + 3) + use;

    private void Start()
    {
        for (int b = 0; b < Parameters.Length; b++)
        {
            foreach ((int n, double[] values) in Parameters[b].Factors.Prepend(Parameters[b].Weights).Index())
            {
                NormalSampler.Fill(new CounterRandom(seed, -1 - b * 512 - n), 0, values);
                TensorPrimitives.Multiply(values, NormalPrior.Guess, values);
            }
        }

        if (probit is null)
        {
            Intercept = design.Count == 0 ? 0 : design.Ratings.Average();
        }

        for (int factor = 0; factor < rank; factor++)
        {
            for (int b = 0; b < rows.Length; b++)
            {
                RowValues.Sum(design.Blocks[b], Parameters[b].Factors[factor], Own(factor, b));
            }
        }

        double[] predicted = Rows().PredictAll(design);
        for (int n = 0; n < design.Count; n++)
        {
            ratings[n].Error = (probit is null ? design.Ratings[n] : 0) - predicted[n];
        }
    }

    private void SampleNoise(SequentialRandom random)
    {
        double squares = NoiseRate;
        for (int n = 0; n < design.Count; n++)
        {
            squares += ratings[n].Error * ratings[n].Error;
        }

        Noise = random.Gamma((NoiseShape + design.Count) / 2) / (squares / 2);
    }

    private void SampleIntercept(SequentialRandom random)
    {
        double errors = 0;
        for (int n = 0; n < design.Count; n++)
        {
            errors += ratings[n].Error;
        }

        // With a prior as weak as NormalPrior's: 0 at precision 1.
        double precision = Noise * design.Count + 1;
        double drawn = Noise * (errors + design.Count * Intercept) / precision + random.Normal() / Math.Sqrt(precision);
        double change = drawn - Intercept;
        Intercept = drawn;
        for (int n = 0; n < design.Count; n++)
        {
            ratings[n].Error -= change;
        }
    }

    private void SampleWeights(SequentialRandom random)
    {
        for (int b = 0; b < design.Blocks.Length; b++)
        {
            DesignBlock block = design.Blocks[b];
            passes.GatherErrors(block, ratings, rows[b]);
            Draw(b, 2);
            for (int g = 0; g < block.Groups.Length; g++)
            {
                FeatureGroup group = block.Groups[g];
                NormalPrior prior = Parameters[b].WeightPriors[g];
                prior.Sample(Parameters[b].Weights.AsSpan(group.Start, group.Count), random);
                FeatureSampler.SampleWeights(block, group, rows[b], Parameters[b].Weights, normals, Noise, prior);
            }

            passes.ScatterShifts(block, ratings, rows[b]);
        }
    }

    private void SampleFactor(int factor, SequentialRandom random)
    {
        for (int b = 0; b < design.Blocks.Length; b++)
        {
            DesignBlock block = design.Blocks[b];
            if (b == 0)
            {
                factorPasses.Begin(own[factor], ratings, rows[b]);
            }
            else
            {
                factorPasses.Carry(b - 1, rows[b - 1], own[factor][b], ratings, rows[b]);
            }

            Draw(b, 3 + factor);
            for (int g = 0; g < block.Groups.Length; g++)
            {
                FeatureGroup group = block.Groups[g];
                NormalPrior prior = Parameters[b].FactorPriors[factor][g];
                double[] parameters = Parameters[b].Factors[factor];
                prior.Sample(parameters.AsSpan(group.Start, group.Count), random);
                FeatureSampler.SampleFactors(block, group, rows[b], parameters, normals, Noise, prior);
            }

            for (int row = 0; row < block.RowCount; row++)
            {
                own[factor][b][row] = rows[b][row].Own;
            }
        }

        factorPasses.End(rows[^1], ratings);
    }

    // Blocks draw from counters that don't meet: one block has fewer than 2³² features.
    private void Draw(int block, int use) =>
        NormalSampler.Fill(
            new CounterRandom(seed, Stream(use)),
            (long)block << 32,
            normals.AsSpan(0, design.Blocks[block].FeatureCount)
        );
}
