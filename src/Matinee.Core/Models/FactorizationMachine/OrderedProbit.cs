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
    private readonly LevelOrder order;
    private readonly double[] latent;
    private readonly double[] predicted;
    private readonly ParallelOptions parallel;
    private double[] mode;

    public OrderedProbit(Design design, ParallelOptions parallel)
    {
        this.parallel = parallel;
        order = new LevelOrder([.. design.Ratings.Select(rating => (byte)design.Levels.AsSpan().BinarySearch(rating))]);
        latent = new double[design.Count];
        predicted = new double[design.Count];
        CutPoints = StartingCutPoints(design);
        mode = [.. CutPoints];
        likelihood = new LevelLikelihood(order, parallel);
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

        order.For(parallel, (_, piece) => SampleLatent(ratings, latentRandom, piece));
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
            if (size * size < SmallMiss * mode.Length * Math.Sqrt(latent.Length))
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

    private void SampleLatent(RatingState* ratings, CounterRandom random, LevelOrder.Piece piece)
    {
        double[] bounds = LevelIntervals.Bounds(CutPoints);
        double low = bounds[piece.Level];
        double high = bounds[piece.Level + 1];
        for (int n = piece.First; n < piece.End; n += LevelIntervals.Count)
        {
            ReadOnlySpan<int> four = order.Four(n);
            LevelIntervals at = LevelIntervals.At(low, high, four, predicted);
            Vector256<double> uniform = Vector256.Create(
                random.Uniform(four[0]),
                random.Uniform(four[1]),
                random.Uniform(four[2]),
                random.Uniform(four[3])
            );
            Vector256<double> errors = TruncatedNormal.Sample(at, uniform);
            // Past the piece's end its last rating stands again, with the same numbers.
            for (int lane = 0; lane < LevelIntervals.Count; lane++)
            {
                ratings[four[lane]].Error = errors[lane];
                latent[four[lane]] = predicted[four[lane]] + errors[lane];
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
