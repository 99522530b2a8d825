using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.Hybrid;

/// <summary>Networks and histories from a seed, of any size: sizes that fit no vector are the default.</summary>
internal static class RandomHybrid
{
    public const int Kinds = 4;

    public static HybridOptions Options { get; } =
        new()
        {
            RankingFactors = 30,
            NFactors = 18,
            HistoryHeads = 5,
            AttentionHeads = 3,
            KeyDimension = 7,
            HiddenUnits = 11,
        };

    public static HybridOptions TextFree { get; } = Options with { UseText = false, UseCrossAttention = false };

    public static HybridTensors Tensors(HybridOptions options, int items = 40, int users = 6, int texts = 25)
    {
        int stream = 0;
        int d = options.RankingFactors;
        int r = options.NFactors;
        int h = options.HistoryHeads;
        int m = options.HiddenUnits;
        return new HybridTensors
        {
            HistoryItems = Normal(items * d, 1),
            RankingItems = Normal(items * d, 0.3),
            RankingBias = Normal(items, 0.5),
            HistoryQuery = Normal(d * h, 0.5),
            RatingGate = Normal(HistorySignals.RatingLevels * h, 1.5),
            RecencyGate = Normal(HistorySignals.AgeBuckets * h, 1.5),
            Temperature = 0.7f,
            RatingItems = Normal(items * r, 0.2),
            RatingHistory = Normal(items * r, 0.2),
            RatingBias = Normal(items, 0.4),
            HistoryToRating = Normal(r * d, 0.05),
            HistoryToRatingBias = Normal(r, 0.1),
            UserFactors = Normal(users * r, 0.2),
            UserBias = Normal(users, 0.3),
            RatingHidden = Normal(m * 2 * r, 0.3),
            RatingHiddenBias = Normal(m, 0.3),
            RatingOutput = Normal(m, 0.1),
            RatingOutputBias = 0.05f,
            Scale = new HybridRatingScale(3.5f, 0.5f, 5, 7, 3),
            Text = options.UseCrossAttention ? Text() : null,
        };

        HybridTextTensors Text()
        {
            int a = options.AttentionHeads;
            var random = new CounterRandom(5, -1);
            var starts = new int[items + 1];
            var facets = new List<(int Text, int Kind)>();
            for (int item = 0; item < items; item++)
            {
                // Every fifth movie has nothing to read.
                int count = item % 5 == 4 ? 0 : 1 + random.Below(6, item);
                for (int n = 0; n < count; n++)
                {
                    long index = items + item * 20L + 2 * n;
                    facets.Add((random.Below(texts, index), random.Below(Kinds, index + 1)));
                }

                starts[item + 1] = facets.Count;
            }

            return new HybridTextTensors
            {
                Gate = [.. Enumerable.Range(0, items).Select(item => (float)random.Uniform(-1 - item))],
                AttentionQuery = Normal(d * a * options.KeyDimension, 0.5),
                Keys = Normal(texts * a * options.KeyDimension, 1),
                RankingValues = Normal(texts * d, 0.3),
                RatingValues = Normal(texts * r, 0.3),
                KindBias = Normal(Kinds * a, 2),
                FacetStarts = starts,
                FacetTexts = [.. facets.Select(facet => facet.Text)],
                FacetKinds = [.. facets.Select(facet => facet.Kind)],
            };
        }

        float[] Normal(int length, double deviation)
        {
            var random = new CounterRandom(9, stream++);
            return [.. Enumerable.Range(0, length).Select(n => (float)(deviation * random.Normal(n)))];
        }
    }

    /// <summary>What places movies in the tiny world's catalogue: three genres, 26 bells of years and four counts of tags.</summary>
    public static HybridContentTensors Content(HybridOptions options)
    {
        int stream = 100;
        int content = 3 + 26 + 4 + options.ContentFactors;
        int e = options.EmbeddingDim;
        return new HybridContentTensors
        {
            ToHistory = Normal(content * options.RankingFactors),
            ToRanking = Normal(content * options.RankingFactors),
            ToRankingBias = Normal(content),
            ToRating = Normal(content * options.NFactors),
            ToRatingBias = Normal(content),
            UnratedScale = 0.6f,
            UnratedBias = -0.5f,
            Pooling = Normal(Kinds * e * options.ContentFactors),
            PoolingShift = Normal(options.ContentFactors),
            AttentionKeys = Normal(e * options.AttentionHeads * options.KeyDimension),
            RankingValues = Normal(e * options.RankingFactors),
            RatingValues = Normal(e * options.NFactors),
        };

        float[] Normal(int length)
        {
            var random = new CounterRandom(9, stream++);
            return [.. Enumerable.Range(0, length).Select(n => (float)(0.2 * random.Normal(n)))];
        }
    }

    /// <summary>Ratings on the half-star scale, from a minute to some years old.</summary>
    public static UserHistory History(int count, long seed, int items = 40, UserIndex? row = null)
    {
        var random = new CounterRandom(seed, 3);
        int[] order = [.. Enumerable.Range(0, items)];
        random.Shuffle(order.AsSpan());
        int[] rated = [.. order.Take(count).Order()];
        return new UserHistory(
            rated,
            rated.Select(item => (1 + random.Below(10, 1000 + item)) / 2f).ToArray(),
            rated.Select(item => 1_000_000_000L - (long)Math.Exp(20 * random.Uniform(2000 + item))).ToArray(),
            row,
            asOf: 1_000_000_000
        );
    }
}
