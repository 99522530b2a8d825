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
        AskedTexts? texts = Ask(step, batch, users);
        return new HybridOutput(Scores(step, batch, items, users, texts), Ratings(step, batch, items, users, texts));
    }

    /// <summary>users × candidates: ranking scores alone.</summary>
    public Tensor Scores(StepTensors step, Batch batch, bool idsOff = false)
    {
        ItemVectors items = itemEncoder.Encode(step, batch, idsOff);
        UserVectors users = historyEncoder.Encode(step, batch, items);
        return Scores(step, batch, items, users, Ask(step, batch, users));
    }

    private AskedTexts? Ask(StepTensors step, Batch batch, UserVectors users) =>
        options.UseCrossAttention && batch.CandidateFacets is not null ? crossAttention.Ask(step, batch, users) : null;

    private Tensor Scores(StepTensors step, Batch batch, ItemVectors items, UserVectors users, AskedTexts? texts)
    {
        bool all = batch.Candidates.Items.Length == batch.Items.Length;
        Tensor? candidates = all ? null : step.Indices(batch.Candidates.Items);
        Tensor Of(Tensor values) => candidates is null ? values : values.index_select(0, candidates);
        Tensor scores = users.Ranking.mm(Of(items.Ranking).t()) + Of(items.RankingBias).unsqueeze(0);
        return texts is null
            ? scores
            : scores + crossAttention.Ranking(step, texts, users) * Of(items.Gate).unsqueeze(0);
    }

    private Tensor Ratings(StepTensors step, Batch batch, ItemVectors items, UserVectors users, AskedTexts? texts)
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
        if (texts is not null)
        {
            rating += crossAttention.Rating(step, batch, texts, users);
        }

        Tensor hidden =
            step.Dropout(cat([person, movie], 1), options.HiddenDropout).mm(step[Names.RatingHidden])
            + step[Names.BiasOf(Names.RatingHidden)];
        hidden = options.UseBatchNorm ? step.Normalised(Names.RatingNorm, hidden) : hidden;
        hidden = step.Dropout(nn.functional.relu(hidden), options.HiddenDropout);
        return rating + hidden.mv(step[Names.RatingOutput]) + step[Names.RatingOutputBias];
    }
}
