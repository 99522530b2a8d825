using System.Globalization;

namespace Matinee.Neural.Hybrid;

/// <summary>Losses summed over steps; <see cref="Mean"/> divides.</summary>
internal sealed record EpochLosses
{
    public const string LogHeader =
        "epoch,loss,rating_loss,ranking_loss,diversity_loss,distribution_loss,validation_loss,samples,seconds";

    public int Steps { get; init; }

    /// <summary>Ratings that were predicted.</summary>
    public long Samples { get; init; }

    public double Total { get; init; }
    public double Rating { get; init; }
    public double Ranking { get; init; }
    public double Diversity { get; init; }
    public double Distribution { get; init; }

    /// <summary>On the held-out ratings, rating and ranking loss with their weights; null where none are held out.</summary>
    public double? Validation { get; init; }

    public double Seconds { get; init; }

    public EpochLosses Mean =>
        this with
        {
            Total = Total / Steps,
            Rating = Rating / Steps,
            Ranking = Ranking / Steps,
            Diversity = Diversity / Steps,
            Distribution = Distribution / Steps,
        };

    public string LogLine(int epoch) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{epoch},{Total:F6},{Rating:F6},{Ranking:F6},{Diversity:F6},{Distribution:F6},{Validation:F6},{Samples},{Seconds:F3}"
        );

    public static EpochLosses operator +(EpochLosses a, EpochLosses b) =>
        new()
        {
            Steps = a.Steps + b.Steps,
            Samples = a.Samples + b.Samples,
            Total = a.Total + b.Total,
            Rating = a.Rating + b.Rating,
            Ranking = a.Ranking + b.Ranking,
            Diversity = a.Diversity + b.Diversity,
            Distribution = a.Distribution + b.Distribution,
        };
}
