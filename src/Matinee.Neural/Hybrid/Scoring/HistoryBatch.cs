using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid.Scoring;

/// <summary>Histories on a device, their entries one after another: B histories, E entries.</summary>
/// <param name="Rows">Per history, its training row; null where it has none.</param>
/// <param name="Starts">B + 1: history b has the entries Starts[b] .. Starts[b + 1].</param>
/// <param name="Owners">E: each entry's history.</param>
/// <param name="Places">E: 0, 1, ...</param>
/// <param name="Items">E.</param>
/// <param name="Levels">E: <see cref="HistorySignals.RatingLevel"/>.</param>
/// <param name="Ages">E: <see cref="HistorySignals.AgeBucket"/>.</param>
/// <param name="Ratings">E: stars.</param>
internal sealed record HistoryBatch(
    UserIndex?[] Rows,
    Tensor Starts,
    Tensor Owners,
    Tensor Places,
    Tensor Items,
    Tensor Levels,
    Tensor Ages,
    Tensor Ratings
)
{
    public int Count => Rows.Length;
    public long EntryCount => Items.shape[0];

    public static HistoryBatch Of(UserHistory[] histories, Device device)
    {
        var starts = new long[histories.Length + 1];
        for (int n = 0; n < histories.Length; n++)
        {
            starts[n + 1] = starts[n] + histories[n].Count;
        }

        var owners = new long[starts[^1]];
        var items = new long[starts[^1]];
        var levels = new long[starts[^1]];
        var ages = new long[starts[^1]];
        var ratings = new float[starts[^1]];
        int place = 0;
        for (int n = 0; n < histories.Length; n++)
        {
            UserHistory history = histories[n];
            for (int entry = 0; entry < history.Count; entry++, place++)
            {
                owners[place] = n;
                items[place] = history.Items[entry];
                levels[place] = HistorySignals.RatingLevel(history.Ratings[entry]);
                ages[place] = HistorySignals.AgeBucket(history.AsOf, history.Timestamps[entry]);
                ratings[place] = history.Ratings[entry];
            }
        }

        return new HistoryBatch(
            [.. histories.Select(history => history.Row)],
            tensor(starts, device: device),
            tensor(owners, device: device),
            arange(owners.Length, ScalarType.Int64, device),
            tensor(items, device: device),
            tensor(levels, device: device),
            tensor(ages, device: device),
            tensor(ratings, device: device)
        );
    }
}
