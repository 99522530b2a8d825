using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Ease;

/// <summary>
/// The users-side form for several histories at once, to the same bits as one by one: a row of K is fetched once for all of
/// them, and a movie's raters are summed for a vector of histories at a time.
/// </summary>
internal sealed class EaseUsersBatch(
    EaseOptions options,
    InteractionMatrix byItem,
    ReadOnlyMemory<float> kernel,
    float[] shares,
    float[] scales
)
{
    // K's row and a block's sums fit the first cache together; a longer block would gain little.
    private const int BlockLength = 32;

    private static readonly int Width = Vector<float>.Count;
    private readonly int users = byItem.ColumnCount;

    public void Score(ReadOnlySpan<UserHistory> histories, Span<float> scores)
    {
        int items = byItem.RowCount;
        float[] overlaps = ArrayPool<float>.Shared.Rent(BlockLength * users);
        float[] weights = ArrayPool<float>.Shared.Rent(BlockLength * users);
        float[] columns = ArrayPool<float>.Shared.Rent(BlockLength * users);
        for (int start = 0; start < histories.Length; start += BlockLength)
        {
            ReadOnlySpan<UserHistory> block = histories.Slice(start, Math.Min(BlockLength, histories.Length - start));
            Weigh(block, overlaps, weights);
            int stride = (block.Length + Width - 1) / Width * Width;
            Transpose(weights, block.Length, stride, columns);
            Sum(columns, stride, block.Length, scores.Slice(start * items, block.Length * items));
            for (int n = 0; n < block.Length; n++)
            {
                Span<float> own = scores.Slice((start + n) * items, items);
                for (int rated = 0; rated < block[n].Count; rated++)
                {
                    int item = block[n].Items[rated];
                    own[item] += options.Input(block[n].Ratings[rated]) * (1 - scales[item]);
                }
            }
        }

        ArrayPool<float>.Shared.Return(overlaps);
        ArrayPool<float>.Shared.Return(weights);
        ArrayPool<float>.Shared.Return(columns);
    }

    // Per history, K X E⁻¹ x.
    private void Weigh(ReadOnlySpan<UserHistory> block, float[] overlaps, float[] weights)
    {
        overlaps.AsSpan(0, block.Length * users).Clear();
        weights.AsSpan(0, block.Length * users).Clear();
        for (int n = 0; n < block.Length; n++)
        {
            Span<float> overlap = overlaps.AsSpan(n * users, users);
            for (int rated = 0; rated < block[n].Count; rated++)
            {
                int item = block[n].Items[rated];
                float factor = options.Input(block[n].Ratings[rated]) * shares[item];
                ReadOnlySpan<int> raters = byItem.RowColumns(item);
                ReadOnlySpan<float> values = byItem.RowValues(item);
                for (int rater = 0; rater < raters.Length; rater++)
                {
                    overlap[raters[rater]] += factor * values[rater];
                }
            }
        }

        for (int user = 0; user < users; user++)
        {
            ReadOnlySpan<float> row = kernel.Span.Slice(user * users, users);
            for (int n = 0; n < block.Length; n++)
            {
                float overlap = overlaps[(n * users) + user];
                if (overlap != 0)
                {
                    Vectors.Axpy(overlap, row, weights.AsSpan(n * users, users));
                }
            }
        }
    }

    private void Transpose(float[] weights, int count, int stride, float[] columns)
    {
        columns.AsSpan(0, users * stride).Clear();
        for (int n = 0; n < count; n++)
        {
            for (int user = 0; user < users; user++)
            {
                columns[(user * stride) + n] = weights[(n * users) + user];
            }
        }
    }

    // A lane per history, so that each one's sum is taken in the order of the raters.
    private void Sum(float[] columns, int stride, int count, Span<float> scores)
    {
        int items = byItem.RowCount;
        ref float column = ref MemoryMarshal.GetArrayDataReference(columns);
        for (int first = 0; first < stride; first += Width)
        {
            int lanes = Math.Min(Width, count - first);
            for (int item = 0; item < items; item++)
            {
                Vector<float> sum = Vector<float>.Zero;
                ReadOnlySpan<int> raters = byItem.RowColumns(item);
                ReadOnlySpan<float> values = byItem.RowValues(item);
                for (int n = 0; n < raters.Length; n++)
                {
                    sum += Vector.LoadUnsafe(ref column, (nuint)((raters[n] * stride) + first)) * values[n];
                }

                sum *= scales[item];
                for (int lane = 0; lane < lanes; lane++)
                {
                    scores[((first + lane) * items) + item] = sum[lane];
                }
            }
        }
    }
}
