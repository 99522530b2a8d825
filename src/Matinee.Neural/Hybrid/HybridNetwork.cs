using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>What the network says of a batch.</summary>
/// <param name="Logits">users × candidates: ranking scores.</param>
/// <param name="Ratings">Per target, in stars, not clamped.</param>
internal sealed record HybridOutput(Tensor Logits, Tensor Ratings);

/// <summary>The forward pass in TorchSharp; <see cref="HybridModel"/> is the same in Core and says what it computes.</summary>
internal sealed class HybridNetwork(HybridData data, HybridOptions options)
{
    private readonly ItemEncoder itemEncoder = new(data, options);
    private readonly HistoryEncoder historyEncoder = new(data, options);
    private readonly CrossAttention crossAttention = new(data, options);

    /// <summary>The batch's movies as histories and people meet them.</summary>
    public ItemVectors Items(StepTensors step, Batch batch) => itemEncoder.Encode(step, batch, idsOff: false);

    public HybridOutput Forward(StepTensors step, Batch batch, bool idsOff = false)
    {
        ItemVectors items = itemEncoder.Encode(step, batch, idsOff);
        UserVectors users = historyEncoder.Encode(step, batch, items);
        TextReading? reading = Read(step, batch, users);
        return new HybridOutput(
            Scores(step, batch, items, users, reading),
            Ratings(step, batch, items, users, reading)
        );
    }

    /// <summary>users × candidates: ranking scores alone.</summary>
    public Tensor Scores(StepTensors step, Batch batch)
    {
        ItemVectors items = Items(step, batch);
        UserVectors users = historyEncoder.Encode(step, batch, items);
        return Scores(step, batch, items, users, Read(step, batch, users));
    }

    private TextReading? Read(StepTensors step, Batch batch, UserVectors users) =>
        options.UseCrossAttention && batch.Facets is not null ? crossAttention.Read(step, batch, users) : null;

    private static Tensor Scores(
        StepTensors step,
        Batch batch,
        ItemVectors items,
        UserVectors users,
        TextReading? reading
    )
    {
        Tensor scores = users.Ranking.mm(items.Ranking.t()) + items.RankingBias.unsqueeze(0);
        if (reading is not null)
        {
            scores += reading.Ranking * items.Gate.unsqueeze(0);
        }

        return scores.index_select(1, step.Indices(batch.Candidates.Items));
    }

    private Tensor Ratings(StepTensors step, Batch batch, ItemVectors items, UserVectors users, TextReading? reading)
    {
        Tensor user = step.Indices(batch.Targets.Users);
        Tensor item = step.Indices(batch.Targets.Items);
        Tensor person = users.Rating.index_select(0, user);
        Tensor movie = items.Rating.index_select(0, item);
        Tensor rating =
            data.Mean
            + users.RatingBias.index_select(0, user)
            + items.RatingBias.index_select(0, item)
            + (person * movie).sum(1L);
        if (reading is not null)
        {
            rating += reading
                .Rating.reshape(-1, options.AttentionHeads)
                .index_select(0, item * batch.Users.Length + user)
                .sum(1L);
        }

        Tensor hidden =
            step.Dropout(cat([person, movie], 1), options.HiddenDropout).mm(step[Names.RatingHidden])
            + step[Names.BiasOf(Names.RatingHidden)];
        hidden = options.UseBatchNorm ? step.Normalised(Names.RatingNorm, hidden) : hidden;
        hidden = step.Dropout(nn.functional.relu(hidden), options.HiddenDropout);
        return rating + hidden.mv(step[Names.RatingOutput]) + step[Names.RatingOutputBias];
    }
}
