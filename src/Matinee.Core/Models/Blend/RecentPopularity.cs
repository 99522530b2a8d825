using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// How often each movie was rated lately before a moment, from its ratings counted in bins of 30 days. Immutable but for
/// remembered results; safe to share between threads.
/// </summary>
internal sealed class RecentPopularity
{
    private const long SecondsPerDay = 86_400;
    private const long BinSeconds = 30 * SecondsPerDay;
    private const double Floor = 0.1;

    private readonly ItemBins bins;
    private readonly long first;
    private readonly long last;

    // An evaluation asks for as many moments as there are people, but they lie between few bins' ends. More is counted anew.
    private const long MostBytesKept = 128L << 20;
    private readonly ConcurrentDictionary<(long Ended, double Days), float[]> atBinEnds = new();

    // What serving asks for all the time.
    private readonly ConcurrentDictionary<double, float[]> atTheEnd = new();

    private RecentPopularity(ItemBins bins, long first, long last)
    {
        this.bins = bins;
        this.first = first;
        this.last = last;
    }

    public int ItemCount => bins.ItemCount;

    /// <summary>Counts all ratings; the first bin begins with the first of them.</summary>
    public static RecentPopularity Train(InteractionMatrix ratings)
    {
        if (ratings.EntryCount == 0)
        {
            return new RecentPopularity(ItemBins.Count(ratings, _ => 0), 0, 0);
        }

        long first = TensorPrimitives.Min(ratings.Timestamps);
        long last = TensorPrimitives.Max(ratings.Timestamps);
        ItemBins bins = ItemBins.Count(ratings, timestamp => checked((int)((timestamp - first) / BinSeconds)));
        return new RecentPopularity(bins, first, last);
    }

    /// <summary>
    /// ln(0.1 + Σ count · exp(−age)) over the bins that have ended by the moment (so that it knows no later rating), with the age from
    /// the bin's middle, at least 0, in units of <paramref name="days"/>.
    /// </summary>
    /// <param name="asOf">Seconds since 1970 UTC; a moment after the data is the data's end.</param>
    /// <param name="days">Above 0: after so many days a rating counts 1/e.</param>
    /// <param name="scores">One per item; overwritten.</param>
    public void Score(long asOf, double days, Span<float> scores)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(scores.Length, ItemCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        if (asOf < first)
        {
            scores.Fill((float)Math.Log(Floor));
            return;
        }

        if (asOf < last)
        {
            // From the last bin's end on all that has ended fades alike.
            long ended = (asOf - first) / BinSeconds;
            long since = asOf - first - (ended * BinSeconds);
            float left = (float)Math.Exp(-since / (days * SecondsPerDay));
            TensorPrimitives.Multiply(AtBinEnd(ended, days), left, scores);
            TensorPrimitives.Add(scores, (float)Floor, scores);
            TensorPrimitives.Log(scores, scores);
            return;
        }

        atTheEnd.GetOrAdd(days, AtTheEnd).CopyTo(scores);
    }

    public void Save(SafetensorsWriter tensors)
    {
        bins.Save(tensors, "recent");
        tensors.Add("recent_first_last", new[] { first, last });
    }

    public static RecentPopularity Load(SafetensorsReader tensors)
    {
        long[] span = tensors.Longs("recent_first_last");
        return new RecentPopularity(ItemBins.Load(tensors, "recent"), span[0], span[1]);
    }

    // Σ count · exp(−age) at the end of so many bins.
    private float[] AtBinEnd(long ended, double days)
    {
        if (atBinEnds.TryGetValue((ended, days), out float[]? known))
        {
            return known;
        }

        var sums = new float[ItemCount];
        bins.Sum(BinWeights(first + (ended * BinSeconds), days), sums);
        if ((atBinEnds.Count + 1L) * ItemCount * sizeof(float) <= MostBytesKept)
        {
            atBinEnds.TryAdd((ended, days), sums);
        }

        return sums;
    }

    private float[] AtTheEnd(double days)
    {
        var scores = new float[ItemCount];
        Compute(last, days, scores);
        return scores;
    }

    private void Compute(long asOf, double days, Span<float> scores)
    {
        bins.Sum(BinWeights(asOf, days), scores);
        TensorPrimitives.Add(scores, (float)Floor, scores);
        TensorPrimitives.Log(scores, scores);
    }

    // Of the bins that have ended; at the data's end that is all of them.
    private double[] BinWeights(long asOf, double days)
    {
        long ended = (asOf - first) / BinSeconds;
        var weights = new double[asOf == last ? ended + 1 : ended];
        for (int bin = 0; bin < weights.Length; bin++)
        {
            long middle = first + (bin * BinSeconds) + (BinSeconds / 2);
            weights[bin] = Math.Exp(-Math.Max(0, asOf - middle) / (days * SecondsPerDay));
        }

        return weights;
    }
}
