using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>The batch's people.</summary>
/// <param name="Pool">users × d: the history state.</param>
/// <param name="Ranking">users × d: what candidates are compared with.</param>
/// <param name="Rating">users × r.</param>
/// <param name="RatingBias">users: how far above the mean they rate.</param>
internal sealed record UserVectors(Tensor Pool, Tensor Ranking, Tensor Rating, Tensor RatingBias);

/// <summary>
/// A person is what they rated: attention-pooled by stars, recency and movie, with a user embedding beside it that is
/// dropped now and then. Formulas: <see cref="HybridModel"/>.
/// </summary>
internal sealed class HistoryEncoder(HybridData data, HybridOptions options)
{
    /// <summary>Ratings that a person's mean, and the vector of what they like, are damped with.</summary>
    public const float MeanDamping = 8;

    public const float StateDamping = 10;

    public UserVectors Encode(StepTensors step, Batch batch, ItemVectors items)
    {
        int users = batch.Users.Length;
        HistoryEntries history = batch.History;
        Tensor pool = options.UseHistoryAttention
            ? Attended(step, history, items, users)
            : Summed(step, history, items, users);
        Tensor known = step.Floats([.. batch.Users.Select(user => user >= 0 ? 1f : 0f)]);
        Tensor kept = step.Keep(users, options.UserDropout) * known;
        Tensor rating = step[Names.HistoryToRatingBias] + step[Names.UserFactors] * kept.unsqueeze(1);
        Tensor bias = step[Names.UserBias] * kept;
        if (options.UseHistory)
        {
            (Tensor deviation, Tensor factors) = FromRatings(step, history, items, users);
            rating += factors + pool.mm(step[Names.HistoryToRating]);
            bias += deviation;
        }

        return new UserVectors(pool, pool * step[Names.Temperature], rating, bias);
    }

    private Tensor Attended(StepTensors step, HistoryEntries history, ItemVectors items, int users)
    {
        int d = options.RankingFactors;
        int heads = options.HistoryHeads;
        RowMap perUser = RowMap.Sum(step.Device, history.Users, users);
        Tensor vectors = RowMap.Copy(step.Device, history.Items, items.History.shape[0]).Of(items.History);
        Tensor logits =
            RowMap.Copy(step.Device, history.Levels, HistorySignals.RatingLevels).Of(step[Names.RatingGate])
            + RowMap.Copy(step.Device, history.Ages, HistorySignals.AgeBuckets).Of(step[Names.RecencyGate])
            + vectors.mm(step[Names.HistoryQuery]);
        Tensor weights = logits.clamp(-HybridLimits.LargestHistoryLogit, HybridLimits.LargestHistoryLogit).exp();
        Tensor sums = perUser.Of(weights);
        Tensor pool = perUser.Of((vectors.reshape(-1, heads, d / heads) * weights.unsqueeze(2)).reshape(-1, d));
        return (pool.reshape(users, heads, d / heads) / (sums + 1).sqrt().unsqueeze(2)).reshape(users, d);
    }

    // The same where every weight is 1.
    private static Tensor Summed(StepTensors step, HistoryEntries history, ItemVectors items, int users)
    {
        var ratings = new RowMap(step.Device, history.Users, history.Items, users, items.History.shape[0]);
        Tensor counts = ratings.Of(ones(items.History.shape[0], device: step.Device));
        return ratings.Of(items.History) / (counts + 1).sqrt().unsqueeze(1);
    }

    /// <returns>users: how far above the mean they rate; users × r: what the deviations of their ratings say.</returns>
    private (Tensor Deviation, Tensor Factors) FromRatings(
        StepTensors step,
        HistoryEntries history,
        ItemVectors items,
        int users
    )
    {
        RowMap perUser = RowMap.Sum(step.Device, history.Users, users);
        // Weights of the batch, not learned from: a person's mean is what it is.
        Tensor bias = items.RatingBias.detach().index_select(0, step.Indices(history.Items));
        Tensor deviations = step.Floats(history.Ratings) - data.Mean - bias;
        Tensor counts = perUser.Of(ones_like(deviations));
        Tensor mean = perUser.Of(deviations) / (counts + MeanDamping);
        Tensor own = deviations - mean.index_select(0, step.Indices(history.Users));
        Tensor factors = new RowMap(
            step.Device,
            history.Users,
            history.Items,
            users,
            step[Names.RatingHistory].shape[0],
            own
        ).Of(step[Names.RatingHistory]);
        return (mean, factors / (counts + StateDamping).sqrt().unsqueeze(1));
    }
}
