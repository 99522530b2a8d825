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
    private const float LargestLogit = 5;

    public UserVectors Encode(StepTensors step, Batch batch, ItemVectors items)
    {
        int users = batch.Users.Length;
        int d = options.RankingFactors;
        int heads = options.HistoryHeads;
        HistoryEntries history = batch.History;
        Tensor owner = step.Indices(history.Users);
        Tensor item = step.Indices(history.Items);
        Tensor vectors = items.History.index_select(0, item);
        Tensor logits =
            step[Names.RatingGate].index_select(0, step.Indices(history.Levels))
            + step[Names.RecencyGate].index_select(0, step.Indices(history.Ages))
            + vectors.mm(step[Names.HistoryQuery]);
        Tensor weights = logits.clamp(-LargestLogit, LargestLogit).exp();
        Tensor sums = zeros([users, heads], device: step.Device).index_add(0, owner, weights, 1);
        Tensor weighted = (vectors.reshape(-1, heads, d / heads) * weights.unsqueeze(2)).reshape(-1, d);
        Tensor pool = zeros([users, d], device: step.Device).index_add(0, owner, weighted, 1);
        pool = (pool.reshape(users, heads, d / heads) / (sums + 1).sqrt().unsqueeze(2)).reshape(users, d);

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

    /// <returns>users: how far above the mean they rate; users × r: what the deviations of their ratings say.</returns>
    private (Tensor Deviation, Tensor Factors) FromRatings(
        StepTensors step,
        HistoryEntries history,
        ItemVectors items,
        int users
    )
    {
        Tensor owner = step.Indices(history.Users);
        Tensor item = step.Indices(history.Items);
        // Weights of the batch, not learned from: a person's mean is what it is.
        Tensor bias = items.RatingBias.index_select(0, item).detach();
        Tensor deviations = step.Floats(history.Ratings) - data.Mean - bias;
        Tensor counts = zeros(users, device: step.Device).index_add(0, owner, ones_like(deviations), 1);
        Tensor mean = zeros(users, device: step.Device).index_add(0, owner, deviations, 1) / (counts + MeanDamping);
        Tensor fromRatings =
            zeros([users, options.NFactors], device: step.Device)
                .index_add(
                    0,
                    owner,
                    step[Names.RatingHistory].index_select(0, item)
                        * (deviations - mean.index_select(0, owner)).unsqueeze(1),
                    1
                ) / (counts + StateDamping).sqrt().unsqueeze(1);
        return (mean, fromRatings);
    }
}
