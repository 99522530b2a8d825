namespace Matinee.Core.Evaluation;

/// <summary>Pairs of which a like was about equally likely.</summary>
/// <param name="From">Lowest predicted probability.</param>
/// <param name="To">Where the next bin begins; the last one holds 1 too.</param>
/// <param name="Count">Pairs.</param>
/// <param name="Predicted">Their mean predicted probability; null where there is none.</param>
/// <param name="Happened">The share of them that was liked; null where there is none.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double? Predicted, double? Happened);

/// <summary>
/// Whether probabilities of ratings mean what they say. A given rating that is no level of the model counts as the nearest
/// one, halfway up.
/// </summary>
public sealed class RatingCalibration(RatingResult result, RatingDistributions distributions)
{
    /// <summary>Stars from which a rating says that somebody liked a movie.</summary>
    public const float LikedFrom = 4;

    /// <summary>What a probability counts at least, so that one zero does not make the mean infinite.</summary>
    public const double LeastProbability = 1e-6;

    private const int Bins = 10;

    /// <summary>Null where the model predicts stars alone.</summary>
    public static RatingCalibration? Of(RatingResult result) =>
        result.Distributions is { } distributions ? new RatingCalibration(result, distributions) : null;

    /// <summary>−ln of the probability that the given level had, in nats.</summary>
    public double LogLoss(int pair) => LogLoss(distributions.Of(pair)[distributions.Nearest(result.Actual[pair])]);

    /// <summary>The same of the levels' shares among the known ratings, whoever rates what.</summary>
    public double ReferenceLogLoss(int pair) =>
        LogLoss(distributions.LevelShares[distributions.Nearest(result.Actual[pair])]);

    /// <summary>Whether the given level lies in <see cref="RatingDistributions.CentralInterval"/>, its ends included.</summary>
    public bool IsCovered(int pair)
    {
        float given = distributions.Levels[distributions.Nearest(result.Actual[pair])];
        (float low, float high) = distributions.CentralInterval(pair);
        return given >= low && given <= high;
    }

    /// <summary>Width of <see cref="RatingDistributions.CentralInterval"/> in stars.</summary>
    public double Width(int pair)
    {
        (float low, float high) = distributions.CentralInterval(pair);
        return high - low;
    }

    /// <summary>
    /// The predicted probability of at least <see cref="LikedFrom"/> stars against the share that was given as many, in ten bins
    /// of equal width.
    /// </summary>
    public IReadOnlyList<ReliabilityBin> Reliability()
    {
        var counts = new int[Bins];
        var predicted = new double[Bins];
        var liked = new int[Bins];
        for (int pair = 0; pair < result.Count; pair++)
        {
            double probability = distributions.AtLeast(pair, LikedFrom);
            int bin = Math.Min(Bins - 1, (int)(probability * Bins));
            counts[bin]++;
            predicted[bin] += probability;
            liked[bin] += result.Actual[pair] >= LikedFrom ? 1 : 0;
        }

        return
        [
            .. counts.Select(
                (count, bin) =>
                    new ReliabilityBin(
                        bin / (double)Bins,
                        (bin + 1) / (double)Bins,
                        count,
                        count == 0 ? null : predicted[bin] / count,
                        count == 0 ? null : (double)liked[bin] / count
                    )
            ),
        ];
    }

    /// <summary>
    /// Expected calibration error: the mean distance between predicted probability and share, bins weighing as many pairs as
    /// they hold (Naeini, Cooper and Hauskrecht 2015).
    /// </summary>
    public static double ExpectedError(IReadOnlyList<ReliabilityBin> bins) =>
        bins.Where(bin => bin.Count > 0).Sum(bin => bin.Count * Math.Abs(bin.Predicted!.Value - bin.Happened!.Value))
        / Math.Max(1, bins.Sum(bin => bin.Count));

    private static double LogLoss(double probability) => -Math.Log(Math.Max(probability, LeastProbability));
}
