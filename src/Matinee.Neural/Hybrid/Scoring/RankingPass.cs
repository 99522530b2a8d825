using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid.Scoring;

/// <summary>Ranking scores of all movies for a block of histories.</summary>
/// <param name="readsBest">Only the best unseen movies' texts are read, and these stand above all others.</param>
internal sealed class RankingPass(DeviceNetwork network, bool readsBest)
{
    // Masks, their running counts and the scores before and after, per movie.
    private const int BytesPerMovieOfBest = 48;

    private readonly TextTerms? texts = network.Texts is { } read ? new TextTerms(read, network.Options) : null;

    /// <summary>Of temporaries, for each history of a block.</summary>
    public long BytesPerHistory =>
        texts is null ? (long)sizeof(float) * network.ItemCount
        : readsBest ? (long)BytesPerMovieOfBest * network.ItemCount
        : 2L * sizeof(float) * network.ItemCount + texts.BytesPerHistory;

    /// <returns>B × N.</returns>
    public Tensor Scores(HistoryBatch batch)
    {
        Tensor states = HistoryStates.Of(batch, network);
        Tensor scores = network.RankingBias.addmm(states, network.RankingItems.t(), 1, 1);
        if (texts is null)
        {
            return scores;
        }

        Tensor values = network.Texts!.RankingValues;
        return readsBest
            ? WithBest(batch, states, scores)
            : scores.add_(texts.All(states, values, states).t() * network.Texts.Gate);
    }

    private Tensor WithBest(HistoryBatch batch, Tensor states, Tensor scores)
    {
        Tensor best = Best(batch, scores);
        Tensor pairs = best.nonzero();
        Tensor items = pairs.select(1, 1);
        Tensor terms =
            texts!.Pairs(states, network.Texts!.RankingValues, states, pairs.select(1, 0), items)
            * network.Texts.Gate.index_select(0, items);
        // Pairs stand as the mask does: history by history, movies ascending.
        Tensor read = zeros_like(scores).masked_scatter_(best, terms).add_(scores);
        Tensor lowest = where(best, read, float.PositiveInfinity).amin([1L], keepdim: true);
        Tensor highest = where(best, float.NegativeInfinity, scores).amax([1L], keepdim: true);
        // As in Core: beyond rounding, so that no tie is left.
        Tensor margin = (highest.abs() + lowest.abs() + 1) * 1e-5f;
        Tensor shift = where(highest.ge(lowest), highest - lowest + margin, 0f);
        return where(best, read, scores - shift);
    }

    // B × N: which are a history's best unseen movies; of equals at the end, those of lower index.
    private static Tensor Best(HistoryBatch batch, Tensor scores)
    {
        long items = scores.shape[1];
        var count = (int)Math.Min(HybridModel.RetrievalSize, items);
        Tensor unseen = scores.clone();
        unseen.view(-1).index_fill_(0, batch.Owners * items + batch.Items, float.NegativeInfinity);
        Tensor last = unseen.topk(count, 1, largest: true, sorted: true).values.narrow(1, count - 1, 1);
        Tensor above = unseen.gt(last);
        Tensor level = unseen.eq(last).logical_and_(unseen.gt(float.NegativeInfinity));
        Tensor room = count - above.sum(1L, keepdim: true);
        return level.logical_and_(level.cumsum(1).le(room)).logical_or_(above);
    }
}
