namespace Matinee.Core.Evaluation.Reports;

/// <summary>Predicted probabilities of liking a movie against what happened.</summary>
/// <param name="Levels">The levels that the model knows, in stars, ascending.</param>
/// <param name="LikedFrom">Stars from which a rating counts as liking.</param>
/// <param name="Liked">Ten bins of the predicted probability, ascending.</param>
public sealed record CalibrationFigures(
    IReadOnlyList<float> Levels,
    double LikedFrom,
    IReadOnlyList<ReliabilityBin> Liked
)
{
    internal static CalibrationFigures? Of(RatingResult? result) =>
        result?.Distributions is { } distributions
            ? new CalibrationFigures(
                distributions.Levels.ToArray(),
                RatingCalibration.LikedFrom,
                new RatingCalibration(result, distributions).Reliability()
            )
            : null;
}
