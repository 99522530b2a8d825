using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;

namespace Matinee.Core.Evaluation;

/// <summary>RMSE by who rated (user activity) and by what was rated (movie popularity).</summary>
public static class RatingStrata
{
    /// <param name="histories">What is known of the users: users × items.</param>
    /// <param name="training">What the model learned from: by whatever users, the same items.</param>
    /// <returns>One numerator (squared errors) and denominator (ratings) per user of the result, in its order.</returns>
    public static IReadOnlyList<Stratum> Of(
        RatingResult result,
        InteractionMatrix histories,
        InteractionMatrix training
    )
    {
        int[] users = [.. result.RatedUsers()];
        int[] known = [.. users.Select(histories.RowLength)];
        int[] counts = training.ColumnCounts();
        Array.Resize(ref counts, Math.Max(counts.Length, result.Items.DefaultIfEmpty(-1).Max() + 1));
        var byActivity = Strata
            .Quartiles(known)
            .Select(range =>
                Stratum(
                    result,
                    Strata.UserActivity,
                    Strata.Range(range.From, range.To),
                    pair =>
                        histories.RowLength(result.Users[pair]) is var length
                        && length >= range.From
                        && length <= range.To
                )
            );
        var byPopularity = Strata
            .PopularityGroups(counts)
            .Select(group =>
                Stratum(result, Strata.MoviePopularity, group.Name, pair => group.Inside[result.Items[pair]])
            );
        return [.. byActivity.Concat(byPopularity).Where(stratum => stratum.Size > 0)];
    }

    private static Stratum Stratum(RatingResult result, string grouping, string name, Predicate<int> inside) =>
        new(
            grouping,
            name,
            MetricNames.Rmse,
            null,
            result.SumPerUser(pair => inside(pair) ? result.SquaredError(pair) : 0),
            result.SumPerUser(pair => inside(pair) ? 1 : 0)
        );
}
