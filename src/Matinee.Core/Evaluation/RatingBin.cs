namespace Matinee.Core.Evaluation;

/// <summary>Held-out ratings around one half star, as given and as predicted.</summary>
/// <param name="Stars">Middle of the bin: 0.5, 1, … 5. A value belongs to the nearest, halfway up.</param>
/// <param name="Given">Ratings that were given here.</param>
/// <param name="Predicted">Ratings that were predicted here.</param>
/// <param name="MeanPrediction">Of those predicted here; null where there is none.</param>
/// <param name="MeanRating">
/// What was given to those predicted here. A calibrated model's equals its mean prediction, up to chance.
/// </param>
public sealed record RatingBin(double Stars, int Given, int Predicted, double? MeanPrediction, double? MeanRating)
{
    private const int Bins = 10;

    /// <summary>All ten half stars, ascending.</summary>
    public static IReadOnlyList<RatingBin> From(RatingResult result)
    {
        var given = new int[Bins];
        var predicted = new int[Bins];
        var predictions = new double[Bins];
        var ratings = new double[Bins];
        for (int n = 0; n < result.Count; n++)
        {
            given[Bin(result.Actual[n])]++;
            int bin = Bin(result.Predicted[n]);
            predicted[bin]++;
            predictions[bin] += result.Predicted[n];
            ratings[bin] += result.Actual[n];
        }

        return
        [
            .. Enumerable
                .Range(0, Bins)
                .Select(bin => new RatingBin(
                    (bin + 1) / 2.0,
                    given[bin],
                    predicted[bin],
                    predicted[bin] == 0 ? null : predictions[bin] / predicted[bin],
                    predicted[bin] == 0 ? null : ratings[bin] / predicted[bin]
                )),
        ];
    }

    private static int Bin(float stars) =>
        Math.Clamp((int)Math.Round(stars * 2, MidpointRounding.AwayFromZero), 1, Bins) - 1;
}
