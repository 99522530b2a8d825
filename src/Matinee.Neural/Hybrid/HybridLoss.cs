using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>The parts of a loss, each before its weight.</summary>
internal sealed record LossParts(Tensor Total, Tensor Rating, Tensor Ranking, Tensor? Diversity, Tensor? Distribution);

/// <summary>
/// Squared rating error, softmax over movies, how alike the movies on top are, and how far predicted ratings are spread from
/// true ones, each with its weight.
/// </summary>
internal sealed class HybridLoss(HybridData data, HybridOptions options)
{
    // Below this a person's distribution is mostly chance.
    private const int LeastRatingsOfAPerson = 20;

    /// <summary>How many movies make a list.</summary>
    public const int ListLength = 10;

    /// <summary>
    /// Logits within which the last movies of a list and the first below it change places: only they are asked to differ, for
    /// they are the cheapest to part with.
    /// </summary>
    public const float ListSoftness = 0.25f;

    // For ever: index_fill reads it only after a copy of all logits, and a passing one may be gone by then (CollectionPause).
    private static readonly TorchSharp.Scalar s_unreachable = -1e4f;

    /// <param name="idsOff">Whether movies are known by their texts alone: likeness of texts is all there is then.</param>
    public LossParts Of(StepTensors step, Batch batch, HybridOutput output, bool idsOff = false)
    {
        Tensor truth = step.Floats(batch.Targets.Ratings);
        Tensor rating = (output.Ratings - truth).square().mean();
        Tensor ranking = Ranking(step, batch, output.Logits);
        Tensor total = rating * options.RatingWeight + ranking * options.RankingWeight;
        Tensor? diversity = null;
        Tensor? distribution = null;
        if (options.DiversityWeight > 0 && !idsOff)
        {
            diversity = Similarity(step, batch, output.Logits);
            total += diversity * options.DiversityWeight;
        }

        if (options.DistributionWeight > 0)
        {
            distribution = Distribution(step, batch, output.Ratings, truth);
            total += distribution * options.DistributionWeight;
        }

        return new LossParts(total, rating, ranking, diversity, distribution);
    }

    /// <summary>The logits without those that the batch masks.</summary>
    public static Tensor Reachable(StepTensors step, Batch batch, Tensor logits) =>
        logits
            .reshape(-1)
            .index_fill(0, step.Indices(batch.Candidates.Masked), s_unreachable)
            .reshape(logits.shape[0], logits.shape[1]);

    private static Tensor Ranking(StepTensors step, Batch batch, Tensor logits)
    {
        Tensor user = step.Indices(batch.Targets.Users);
        Tensor weights = step.Floats(batch.Targets.Weights);
        Tensor own = logits.reshape(-1).index_select(0, user * logits.shape[1] + step.Indices(batch.Targets.Positions));
        Tensor others = Reachable(step, batch, logits);
        Tensor normaliser;
        if (batch.Candidates.LogCorrections is { } corrections)
        {
            // log-Q: each drawn movie stands for as many as its chance says; the target itself was not drawn but given.
            Tensor drawn = (others + step.Floats(corrections).unsqueeze(0)).logsumexp(1);
            normaliser = logaddexp(drawn.index_select(0, user), own);
        }
        else
        {
            normaliser = others.logsumexp(1).index_select(0, user);
        }

        return ((normaliser - own) * weights).sum() / weights.sum();
    }

    /// <summary>
    /// Expected cosine, in text space, of two different movies of a person's soft list: with wᵢ = σ((logitᵢ − edge) / softness),
    /// the edge being half way between the list's last movie and the next, (|Σ wᵢ eᵢ|² − Σ wᵢ²) / ((Σ wᵢ)² − Σ wᵢ²). It falls when
    /// the movies on the list differ; spreading the scores does nothing for it. A person counts by the inverse square of the
    /// ratings to be predicted: whose taste is known best loses most by a movie less to it.
    /// </summary>
    private Tensor Similarity(StepTensors step, Batch batch, Tensor logits)
    {
        Tensor reachable = Reachable(step, batch, logits);
        int length = Math.Min(ListLength, (int)logits.shape[1] - 1);
        Tensor edge = reachable.detach().topk(length + 1, 1).values.narrow(1, length - 1, 2).mean([1L], true);
        Tensor shares = ((reachable - edge) / ListSoftness).sigmoid();
        shares /= shares.sum(1, true).clamp_min(1e-6);
        Tensor texts = data.MovieTexts!.index_select(0, step.Items)
            .index_select(0, step.Indices(batch.Candidates.Items));
        Tensor same = shares.square().sum(1L);
        Tensor likeness = (shares.mm(texts).square().sum(1L) - same) / (1 - same).clamp_min(1e-3);
        return (likeness * step.Floats(PersonShares(batch))).sum();
    }

    private static float[] PersonShares(Batch batch)
    {
        var shares = new float[batch.Users.Length];
        foreach (long user in batch.Targets.Users)
        {
            shares[user]++;
        }

        for (int user = 0; user < shares.Length; user++)
        {
            shares[user] = 1 / Math.Max(1, shares[user] * shares[user]);
        }

        float total = shares.Sum();
        return [.. shares.Select(share => share / total)];
    }

    /// <summary>
    /// 1-Wasserstein distance of predicted and true ratings: the mean distance of the two sorted samples; over the batch,
    /// and over each person with enough ratings, half each.
    /// </summary>
    private static Tensor Distribution(StepTensors step, Batch batch, Tensor predicted, Tensor truth)
    {
        Tensor whole = Distance(predicted, truth);
        var parts = new List<Tensor>();
        // Targets stand person by person.
        for (int start = 0; start < batch.Targets.Users.Length; )
        {
            int end = start;
            while (end < batch.Targets.Users.Length && batch.Targets.Users[end] == batch.Targets.Users[start])
            {
                end++;
            }

            if (end - start >= LeastRatingsOfAPerson)
            {
                parts.Add(Distance(predicted.narrow(0, start, end - start), truth.narrow(0, start, end - start)));
            }

            start = end;
        }

        return parts.Count == 0 ? whole : (whole + stack(parts).mean()) / 2;
    }

    private static Tensor Distance(Tensor predicted, Tensor truth) =>
        (predicted.sort().Values - truth.sort().Values).abs().mean();
}
