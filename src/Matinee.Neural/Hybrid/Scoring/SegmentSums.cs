using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid.Scoring;

/// <summary>
/// Sums of ragged groups of rows. An embedding bag adds them where they lie, and in order: gathering first would take the
/// entries' memory, and atomic additions on a GPU would differ from run to run.
/// </summary>
internal static class SegmentSums
{
    /// <param name="table">rows × width, contiguous.</param>
    /// <param name="rows">Per entry, its row.</param>
    /// <param name="starts">Segments + 1: segment s has the entries starts[s] .. starts[s + 1].</param>
    /// <returns>segments × width; zeros for an empty segment.</returns>
    public static Tensor Of(Tensor table, Tensor rows, Tensor starts)
    {
        if (rows.shape[0] == 0)
        {
            return zeros(starts.shape[0] - 1, table.shape[1], device: table.device);
        }

        using EmbeddingBag bag = nn.EmbeddingBag_from_pretrained(
            table,
            mode: EmbeddingBagMode.Sum,
            include_last_offset: true
        );
        return bag.call(rows, starts);
    }
}
