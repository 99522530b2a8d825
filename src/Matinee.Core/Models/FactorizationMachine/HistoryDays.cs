using System.Numerics.Tensors;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>The days of a history's ratings, in every sample.</summary>
internal sealed class HistoryDays
{
    private readonly PosteriorSamples posterior;
    private readonly int[] dayOf;
    private readonly float[] rows;
    private readonly int length;

    public HistoryDays(PosteriorSamples posterior, DayMap days, UserHistory history)
    {
        this.posterior = posterior;
        length = posterior.OtherDay.Length;
        int[] numbers = [.. history.Timestamps.ToArray().Select(days.RowOf)];
        int[] distinct = [.. numbers.Distinct().Order()];
        dayOf = [.. numbers.Select(number => Array.BinarySearch(distinct, number))];
        rows = new float[distinct.Length * length];
        for (int d = 0; d < distinct.Length; d++)
        {
            Span<float> row = rows.AsSpan(d * length, length);
            if (distinct[d] < 0)
            {
                posterior.OtherDay.CopyTo(row);
            }
            else
            {
                posterior.Days.Read(distinct[d], row);
            }
        }
    }

    /// <summary>Row of the day of the history's entry n: (1 + rank) × samples.</summary>
    public ReadOnlySpan<float> Row(int n) => rows.AsSpan(dayOf[n] * length, length);

    /// <summary>
    /// The mean over the ratings: people's days are theirs, so an unknown one of somebody's is more like those before than like
    /// a day of anybody's.
    /// </summary>
    public float[] Usual()
    {
        if (dayOf.Length == 0)
        {
            return posterior.OtherDay;
        }

        var sum = new float[length];
        for (int n = 0; n < dayOf.Length; n++)
        {
            TensorPrimitives.Add(sum, Row(n), sum);
        }

        TensorPrimitives.Divide(sum, dayOf.Length, sum);
        return sum;
    }
}
