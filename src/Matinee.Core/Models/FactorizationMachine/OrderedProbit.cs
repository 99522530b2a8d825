using System.Runtime.Intrinsics;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Ratings as ordered levels: a rating is level k where its latent taste z ~ N(prediction, 1) lies between the cut-points
/// cₖ₋₁ and cₖ. Sampled are z, by its truncated normal (Albert and Chib 1993), and the cut-points, with z integrated out,
/// for given z they could hardly move (Cowles 1996): proposed from a t-distribution around their mode, and accepted by
/// Metropolis and Hastings.
/// </summary>
internal sealed unsafe class OrderedProbit
{
    // Heavier tails than the posterior's, so that no proposal is accepted for good.
    private const double ProposalFreedom = 10;
    private const int MostNewtonSteps = 50;

    // How far from the mode, in standard deviations per cut-point, a proposal may be centred: what is left after a Newton step
    // of d of them is about d² / √ratings.
    private const double SmallMiss = 0.01;

    private readonly LevelLikelihood likelihood;
    private readonly byte[] levelOf;
    private readonly double[] latent;
    private readonly double[] predicted;
    private readonly ParallelOptions parallel;
    private double[] mode;

    public OrderedProbit(Design design, ParallelOptions parallel)
    {
        this.parallel = parallel;
        levelOf = [.. design.Ratings.Select(rating => (byte)design.Levels.AsSpan().BinarySearch(rating))];
        latent = new double[design.Count];
        predicted = new double[design.Count];
        CutPoints = StartingCutPoints(design);
        mode = [.. CutPoints];
        likelihood = new LevelLikelihood(levelOf, design.Levels.Length, parallel);
    }

    public double[] CutPoints { get; private set; }

    /// <summary>For a chain that goes on.</summary>
    public double[] Mode => mode;

    /// <summary>Each rating's z.</summary>
    public double[] Latent => latent;

    /// <summary>Draws cut-points and latent ratings, and sets the ratings' errors to what the latter leave.</summary>
    public void Sample(RatingState* ratings, SequentialRandom random, CounterRandom latentRandom)
    {
        for (int n = 0; n < latent.Length; n++)
        {
            predicted[n] = latent[n] - ratings[n].Error;
        }

        if (CutPoints.Length > 0)
        {
            SampleCutPoints(random);
        }

        Chunks.For(latent.Length, parallel, (first, end) => SampleLatent(ratings, latentRandom, first, end));
    }

    /// <summary>For a chain that goes on.</summary>
    public void Restore(double[] cutPoints, double[] mode, double[] latent)
    {
        CutPoints = cutPoints;
        this.mode = mode;
        latent.CopyTo(this.latent.AsSpan());
    }

    private static double[] StartingCutPoints(Design design)
    {
        var cuts = new double[Math.Max(0, design.Levels.Length - 1)];
        for (int k = 0; k < cuts.Length; k++)
        {
            int below = design.Ratings.Count(rating => rating <= design.Levels[k]);
            cuts[k] = NormalDistribution.Quantile((double)below / design.Count);
        }

        return cuts;
    }

    private void SampleCutPoints(SequentialRandom random)
    {
        LevelCurvature curvature = likelihood.CurvatureAt(mode, predicted);
        for (int step = 0; step < MostNewtonSteps; step++)
        {
            double[] change = curvature.NewtonStep();
            double size = curvature.Size(change);
            mode = Ascending(mode, change);
            if (size * size < SmallMiss * mode.Length * Math.Sqrt(levelOf.Length))
            {
                break;
            }

            curvature = likelihood.CurvatureAt(mode, predicted);
        }

        var normals = new double[mode.Length];
        for (int k = 0; k < normals.Length; k++)
        {
            normals[k] = random.Normal();
        }

        double scale = Math.Sqrt(ProposalFreedom / (2 * random.Gamma(ProposalFreedom / 2)));
        double[] offset = curvature.Scatter(normals);
        double[] proposal = [.. mode.Select((value, k) => value + scale * offset[k])];
        double threshold = Math.Log(1 - random.Uniform());
        if (!IsAscending(proposal))
        {
            return;
        }

        double gain = likelihood.Log(proposal, predicted) - likelihood.Log(CutPoints, predicted);
        if (threshold < gain + LogProposal(curvature, CutPoints) - LogProposal(curvature, proposal))
        {
            CutPoints = proposal;
        }
    }

    private double LogProposal(LevelCurvature curvature, double[] cuts)
    {
        double size = curvature.Size([.. cuts.Select((value, k) => value - mode[k])]);
        return -(ProposalFreedom + cuts.Length) / 2 * Math.Log(1 + size * size / ProposalFreedom);
    }

    private void SampleLatent(RatingState* ratings, CounterRandom random, int first, int end)
    {
        double[] bounds = LevelIntervals.Bounds(CutPoints);
        Span<double> low = stackalloc double[LevelIntervals.Count];
        Span<double> high = stackalloc double[LevelIntervals.Count];
        Span<double> below = stackalloc double[LevelIntervals.Count];
        Span<double> inside = stackalloc double[LevelIntervals.Count];
        for (int n = first; n < end; n += LevelIntervals.Count)
        {
            LevelIntervals few = LevelIntervals.At(bounds, levelOf, predicted, n);
            few.Low.CopyTo(low);
            few.High.CopyTo(high);
            few.Below.CopyTo(below);
            few.Inside.CopyTo(inside);
            for (int lane = 0; lane < LevelIntervals.Count && n + lane < end; lane++)
            {
                double uniform = random.Uniform(n + lane);
                double error = TruncatedNormal.Inverse(low[lane], high[lane], below[lane], inside[lane], uniform);
                ratings[n + lane].Error = error;
                latent[n + lane] = predicted[n + lane] + error;
            }
        }
    }

    // Half the step until the order holds: the mode of a concave likelihood lies where it does.
    private static double[] Ascending(double[] from, double[] change)
    {
        for (double share = 1; ; share /= 2)
        {
            double[] to = [.. from.Select((value, k) => value + share * change[k])];
            if (IsAscending(to))
            {
                return to;
            }
        }
    }

    private static bool IsAscending(ReadOnlySpan<double> values)
    {
        for (int k = 1; k < values.Length; k++)
        {
            if (!(values[k] > values[k - 1]))
            {
                return false;
            }
        }

        return true;
    }
}
