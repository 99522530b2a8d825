using System.Buffers;
using System.Numerics.Tensors;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Blend;

/// <summary>Weighs the features of a history: the one way from features to scores, in training and after it.</summary>
internal sealed class BlendScorer
{
    /// <summary>How many of the best are looked at for the stars they would get.</summary>
    private const int StarsOf = 300;

    // The explanations of a list come right after it; so many people at a time.
    private const int KeptTables = 16;

    private readonly int items;
    private readonly int ranked;
    private readonly int depth;
    private readonly HistoryCache<FeatureTable> tables = new(KeptTables);
    private readonly IBlendFeature[] features;
    private readonly float[] weights;
    private readonly StarsFeature stars;
    private readonly float starsWeight;

    /// <param name="weights">By name; a feature without one is left out.</param>
    /// <param name="depth">Best movies per model that the weights were learned from.</param>
    public BlendScorer(BlendParts parts, IReadOnlyDictionary<string, double> weights, int depth)
    {
        this.depth = depth;
        items = parts.ItemCount;
        ranked = parts.Counts.Length;
        features = [.. parts.Features().Where(feature => weights.GetValueOrDefault(feature.Name) != 0)];
        this.weights = [.. features.Select(feature => (float)weights[feature.Name])];
        stars = new StarsFeature(parts.Rater);
        starsWeight = (float)weights.GetValueOrDefault(StarsFeature.Name);
    }

    public void Score(UserHistory history, Span<float> scores)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(2 * items);
        Span<float> values = rented.AsSpan(0, items);
        Span<float> scratch = rented.AsSpan(items, items);
        scores.Clear();
        FeatureTable table = tables.Get(history, Table);
        for (int n = 0; n < features.Length; n++)
        {
            table.Columns[n].CopyTo(values);
            table.Scales[n].Apply(values, scratch);
            TensorPrimitives.MultiplyAdd(values, weights[n], scores, scores);
        }

        Hold(history, table, scores, values);
        ArrayPool<float>.Shared.Return(rented);
        if (starsWeight != 0)
        {
            AddStars(history, scores);
        }
    }

    /// <summary>
    /// What each movie of the history adds to the items' scores. Features count as far as they can be split, and in proportion: a
    /// feature's parts are worth what its secant makes of them.
    /// </summary>
    public void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        int length = explained.Length * history.Count;
        Span<float> total = contributions[..length];
        total.Clear();
        FeatureTable table = tables.Get(history, Table);
        float[] rented = ArrayPool<float>.Shared.Rent(length);
        Span<float> parts = rented.AsSpan(0, length);
        for (int n = 0; n < features.Length; n++)
        {
            if (!features[n].Contributions(history, explained, parts))
            {
                continue;
            }

            for (int row = 0; row < explained.Length; row++)
            {
                float slope = weights[n] * table.Slope(n, explained[row]);
                Span<float> own = total.Slice(row * history.Count, history.Count);
                TensorPrimitives.MultiplyAdd(parts.Slice(row * history.Count, history.Count), slope, own, own);
            }
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>By how much a step in a feature's raw value moves an item's score; 0 where the feature is left out.</summary>
    public float Slope(string feature, UserHistory history, int item)
    {
        int n = Array.FindIndex(features, one => one.Name == feature);
        return n < 0 ? 0 : weights[n] * tables.Get(history, Table).Slope(n, item);
    }

    private FeatureTable Table(UserHistory history) => FeatureTable.Of(features, history, items, ranked, depth);

    // Weights say nothing of movies unlike those that they were learned from. Popularity that counts against a movie among a model's
    // best, which are popular, would put all that nobody knows before them: so no movie that none of the models has among its best
    // gets ahead of as many that one of them has.
    private void Hold(UserHistory history, FeatureTable table, Span<float> scores, Span<float> scratch)
    {
        int covered = Math.Min(ranked, items);
        int count = 0;
        for (int item = 0; item < covered; item++)
        {
            if (ItemBits.Contains(table.Candidates, item))
            {
                scratch[count++] = scores[item];
            }
        }

        if (count == 0)
        {
            return;
        }

        float most = OrderStatistics.Select(scratch[..count], Math.Max(0, count - depth));
        for (int item = 0; item < items; item++)
        {
            bool isKnown = item < covered ? ItemBits.Contains(table.Candidates, item) : table.Reaches(item);
            if (scores[item] > most && !isKnown && !history.Contains(new ItemIndex(item)))
            {
                scores[item] = most;
            }
        }
    }

    // From the least of them up, so that nobody who is looked at falls behind someone who is not.
    private void AddStars(UserHistory history, Span<float> scores)
    {
        Span<ScoredItem> best = stackalloc ScoredItem[StarsOf];
        int count = TopK.Select(scores[..Math.Min(ranked, items)], history.Items, best);
        Span<int> candidates = stackalloc int[count];
        for (int n = 0; n < count; n++)
        {
            candidates[n] = best[n].Item;
        }

        Span<float> values = stackalloc float[count];
        stars.Compute(history, candidates, values);
        float least = float.PositiveInfinity;
        for (int n = 0; n < count; n++)
        {
            values[n] *= starsWeight;
            least = Math.Min(least, values[n]);
        }

        for (int n = 0; n < count; n++)
        {
            scores[candidates[n]] += values[n] - least;
        }
    }
}
