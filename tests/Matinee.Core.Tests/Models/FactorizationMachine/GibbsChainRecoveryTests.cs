using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class GibbsChainRecoveryTests
{
    // Of tastes much wider than the prior's guess a chain hears late: after 200 to 800 sweeps here.
    private const int BurnIn = 1000;
    private const int Kept = 120;
    private static readonly ParallelOptions s_oneThread = new() { MaxDegreeOfParallelism = 1 };
    private static readonly SimulatedRatings s_world = new(300, 150, rank: 2, intercept: 0.5, seed: 41);
    private static readonly (int User, int Movie)[] s_pairs = s_world.Pairs(0.35, 41);

    [Fact]
    public void Sweep_GaussianRatings_FindsTasteAndNoise()
    {
        const double noise = 1.5;
        Design design = s_world.Design(s_pairs, noise, 42, taste => (float)taste);
        using var chain = new GibbsChain(design, 2, RatingLikelihood.Gaussian, 43, s_oneThread);
        double noiseSum = 0;

        double[] predicted = Predict(design, chain, () => noiseSum += chain.Noise);

        // Some 450 × 3 unknowns over 15 700 ratings: about √(1350 / 15 700) = 0.29 of the noise's 0.82 stars.
        Assert.InRange(ErrorOfUnratedPairs(predicted, shift: 0), 0.1, 0.3);
        Assert.Equal(1, noiseSum / Kept / noise, 0.04);
    }

    [Fact]
    public void Sweep_OrdinalRatings_FindsTasteCutPointsAndLevelShares()
    {
        double[] cuts = [-1.5, -0.6, 0.5, 1.4];
        Design design = s_world.Design(s_pairs, 1, 44, taste => 1 + cuts.Count(cut => cut < taste));
        using var chain = new GibbsChain(design, 2, RatingLikelihood.Probit, 45, s_oneThread);
        var found = new double[cuts.Length];
        var shares = new double[cuts.Length + 1];

        double[] predicted = Predict(
            design,
            chain,
            () =>
            {
                double[] own = RowValues.Of(design, chain.Parameters, 0).PredictAll(design);
                for (int k = 0; k < cuts.Length; k++)
                {
                    found[k] += (chain.CutPoints[k] - own.Average()) / Kept;
                }

                for (int k = 0; k < shares.Length; k++)
                {
                    double low = k == 0 ? double.NegativeInfinity : chain.CutPoints[k - 1];
                    double high = k == cuts.Length ? double.PositiveInfinity : chain.CutPoints[k];
                    shares[k] +=
                        own.Average(at =>
                            NormalDistribution.Cumulative(high - at) - NormalDistribution.Cumulative(low - at)
                        ) / Kept;
                }
            }
        );

        // Only where cut-points lie among the tastes is certain: both may move together.
        double center = s_pairs.Average(pair => s_world.Taste(pair.User, pair.Movie));
        for (int k = 0; k < cuts.Length; k++)
        {
            Assert.Equal(cuts[k] - center, found[k], 0.08);
        }

        for (int k = 0; k < shares.Length; k++)
        {
            double observed = design.Ratings.Average(rating => rating == k + 1 ? 1.0 : 0);
            Assert.Equal(observed, shares[k], 0.01);
        }

        double shift = s_pairs.Average(pair => predicted[pair.User * s_world.Movies + pair.Movie]) - center;
        Assert.InRange(ErrorOfUnratedPairs(predicted, shift), 0.1, 0.45);
    }

    /// <summary>What every user would think of every movie, averaged over the samples.</summary>
    private static double[] Predict(Design design, GibbsChain chain, Action sampled)
    {
        var predicted = new double[s_world.Users * s_world.Movies];
        for (int sweep = 0; sweep < BurnIn + Kept; sweep++)
        {
            chain.Sweep();
            if (sweep >= BurnIn)
            {
                sampled();
                var rows = RowValues.Of(design, chain.Parameters, chain.Intercept);
                for (int pair = 0; pair < predicted.Length; pair++)
                {
                    predicted[pair] += rows.Predict([pair / s_world.Movies, pair % s_world.Movies]) / Kept;
                }
            }
        }

        return predicted;
    }

    // Root mean square against the taste itself.
    private static double ErrorOfUnratedPairs(double[] predicted, double shift)
    {
        var rated = s_pairs.Select(pair => pair.User * s_world.Movies + pair.Movie).ToHashSet();
        return Math.Sqrt(
            Enumerable
                .Range(0, predicted.Length)
                .Where(pair => !rated.Contains(pair))
                .Select(pair => predicted[pair] - shift - s_world.Taste(pair / s_world.Movies, pair % s_world.Movies))
                .Average(error => error * error)
        );
    }
}
