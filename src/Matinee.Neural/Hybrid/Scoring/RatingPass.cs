using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid.Scoring;

/// <summary>Predicted ratings of some movies for a block of histories.</summary>
internal sealed class RatingPass(DeviceNetwork network)
{
    private readonly TextTerms? texts = network.Texts is { } read ? new TextTerms(read, network.Options) : null;

    /// <summary>Of temporaries, for each movie asked for; texts are read in blocks of their own.</summary>
    public long BytesPerMovie => sizeof(float) * (4L * network.Options.NFactors + 2L * network.Options.HiddenUnits);

    /// <param name="counts">How many movies each history is asked for.</param>
    /// <param name="asked">The movies, history by history.</param>
    /// <returns>One per movie asked for: stars, within the scale.</returns>
    public Tensor Means(HistoryBatch batch, int[] counts, long[] asked)
    {
        Device device = batch.Items.device;
        Tensor states = HistoryStates.Of(batch, network);
        (Tensor factors, Tensor levels) = People(batch, states);
        Tensor items = tensor(asked, device: device);
        long[] owners = [.. counts.SelectMany((count, history) => Enumerable.Repeat((long)history, count))];
        Tensor people = tensor(owners, device: device);
        Tensor person = factors.index_select(0, people);
        Tensor movie = network.RatingItems.index_select(0, items);
        Tensor hidden = network
            .RatingHiddenBias.addmm(cat([person, movie], 1), network.RatingHidden.t(), 1, 1)
            .clamp_min_(0);
        Tensor ratings =
            levels.index_select(0, people)
            + network.RatingBias.index_select(0, items)
            + person.mul_(movie).sum(1L)
            + hidden.mv(network.RatingOutput)
            + network.RatingOutputBias;
        if (texts is not null)
        {
            ratings.add_(texts.Pairs(states, network.Texts!.RatingValues, factors, people, items));
        }

        return ratings.clamp_(network.Scale.Lowest, network.Scale.Highest);
    }

    // B × r: the factors; B: the average movie's rating.
    private (Tensor Factors, Tensor Levels) People(HistoryBatch batch, Tensor states)
    {
        Tensor counts = (batch.Starts.narrow(0, 1, batch.Count) - batch.Starts.narrow(0, 0, batch.Count)).to(
            ScalarType.Float32
        );
        Tensor deviations = (
            batch.Ratings - network.RatingBias.index_select(0, batch.Items) - network.Scale.Mean
        ).unsqueeze(1);
        // An empty history's sum is 0, whatever it is divided by.
        Tensor offsets =
            SegmentSums.Of(deviations, batch.Places, batch.Starts).squeeze(1)
            / (counts + network.Scale.MeanDamping).clamp_min_(1e-6f);
        Tensor weights = deviations - offsets.index_select(0, batch.Owners).unsqueeze(1);
        Tensor evidence = network.RatingHistory.index_select(0, batch.Items).mul_(weights);
        Tensor scales = (counts + network.Scale.StateDamping).clamp_min_(1e-6f).rsqrt_().unsqueeze(1);
        Tensor factors =
            SegmentSums.Of(evidence, batch.Places, batch.Starts) * scales
            + network.HistoryToRatingBias.addmm(states, network.HistoryToRating.t(), 1, 1);
        Tensor levels = offsets + network.Scale.Mean;
        AddKnown(batch, factors, levels);
        return (factors, levels);
    }

    private void AddKnown(HistoryBatch batch, Tensor factors, Tensor levels)
    {
        int[] known =
        [
            .. Enumerable
                .Range(0, batch.Count)
                .Where(history => batch.Rows[history] is { } row && row.Value < network.UserCount),
        ];
        if (known.Length == 0)
        {
            return;
        }

        Tensor histories = tensor(known.Select(history => (long)history).ToArray(), device: factors.device);
        Tensor rows = tensor(
            known.Select(history => (long)batch.Rows[history]!.Value.Value).ToArray(),
            device: factors.device
        );
        factors.index_add_(0, histories, network.UserFactors.index_select(0, rows), 1);
        levels.index_add_(0, histories, network.UserBias.index_select(0, rows), 1);
    }
}
