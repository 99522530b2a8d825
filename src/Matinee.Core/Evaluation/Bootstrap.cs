using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Matinee.Core.Evaluation;

/// <summary>A 95% interval around a mean.</summary>
public readonly record struct Interval(double Low, double High);

/// <summary>
/// Percentile bootstrap over users (Efron 1979; Sakai 2006): users are drawn with replacement, so users' values stay
/// whole. The same seed draws the same users for every metric, which keeps metrics comparable.
/// </summary>
public sealed class Bootstrap
{
    private const int UsersTogether = 512;
    private const int VectorsTogether = 4;

    private readonly int users;
    private readonly int resamples;
    private readonly long seed;

    /// <param name="users">How many users there are.</param>
    /// <param name="resamples">Default 1 000: the ends of a 95% interval then rest on 25 draws each.</param>
    public Bootstrap(int users, int resamples = 1000, long seed = 42)
    {
        this.users = users;
        this.resamples = resamples;
        this.seed = seed;
    }

    /// <summary>The interval of the mean of per-user values.</summary>
    public Interval Mean(ReadOnlySpan<double> values) => Sorted(Means(values.ToArray()));

    /// <summary>The interval of each mean; much cheaper than one by one.</summary>
    /// <param name="columns">Each one value per user.</param>
    public Interval[] Means(IReadOnlyList<double[]> columns) => [.. Resampled(columns).Select(Sorted)];

    /// <summary>
    /// The interval of each ratio of sums. Resamples in which nobody has a part are left out; an interval is null where
    /// there are no others.
    /// </summary>
    public Interval?[] Ratios(IReadOnlyList<(double[] Numerators, double[] Denominators)> ratios) =>
        Ratios([
            .. ratios.Select(ratio => (ratio.Numerators, ratio.Denominators, (Func<double, double>)(mean => mean))),
        ]);

    /// <summary>The same, each under a final transform: the root of squared errors over ratings, for one.</summary>
    public Interval?[] Ratios(
        IReadOnlyList<(double[] Numerators, double[] Denominators, Func<double, double> Transform)> ratios
    )
    {
        double[][] means = Resampled([.. ratios.SelectMany(ratio => new[] { ratio.Numerators, ratio.Denominators })]);
        var intervals = new Interval?[ratios.Count];
        for (int n = 0; n < intervals.Length; n++)
        {
            double[] values =
            [
                .. means[2 * n]
                    .Zip(means[(2 * n) + 1])
                    .Where(pair => pair.Second > 0)
                    .Select(pair => ratios[n].Transform(pair.First / pair.Second)),
            ];
            intervals[n] = values.Length == 0 ? null : Sorted(values);
        }

        return intervals;
    }

    /// <summary>One mean per resample, in order.</summary>
    internal double[] Means(double[] perUser) => Resampled([perUser])[0];

    /// <summary>
    /// Per column, one mean per resample. How often each user is drawn is counted first (<see cref="ResampleCounts"/>); then a block of users serves several
    /// resamples while it is in the cache, whereas users in the order drawn would come from main memory one by one.
    /// </summary>
    internal double[][] Resampled(IReadOnlyList<double[]> columns)
    {
        int width = columns.Count;
        // Whole vectors, so that adding a row has no remainder.
        int stride = (width + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        var rows = new double[users * stride];
        for (int column = 0; column < width; column++)
        {
            for (int user = 0; user < users; user++)
            {
                rows[(user * stride) + column] = columns[column][user];
            }
        }

        int count = users == 0 ? 0 : resamples;
        double[][] means = [.. Enumerable.Range(0, width).Select(_ => new double[count])];
        ResampleCounts counts = ResampleCounts.Of(users, resamples, seed);
        Parallel.For(
            0,
            counts.Pieces,
            () => new double[ResampleCounts.Together * stride],
            (piece, _, sums) =>
            {
                int first = piece * ResampleCounts.Together;
                byte[] times = counts.Piece(piece);
                int few = times.Length / users;
                Array.Clear(sums);
                for (int start = 0; start < users; start += UsersTogether)
                {
                    int end = Math.Min(users, start + UsersTogether);
                    for (int n = 0; n < few; n++)
                    {
                        AddDrawn(
                            rows,
                            stride,
                            start,
                            times.AsSpan(n * users, users)[..end],
                            sums.AsSpan(n * stride, stride)
                        );
                    }
                }

                for (int n = 0; n < few; n++)
                {
                    for (int column = 0; column < width; column++)
                    {
                        means[column][first + n] = sums[(n * stride) + column] / users;
                    }
                }

                return sums;
            },
            _ => { }
        );
        return means;
    }

    // sums += times × row, for the users from start on.
    private static void AddDrawn(double[] rows, int stride, int start, ReadOnlySpan<byte> times, Span<double> sums)
    {
        ref double first = ref MemoryMarshal.GetArrayDataReference(rows);
        int together = VectorsTogether * Vector<double>.Count;
        int column = 0;
        for (; column + together <= stride; column += together)
        {
            AddFour(ref Unsafe.Add(ref first, column), stride, start, times, sums[column..]);
        }

        for (; column < stride; column += Vector<double>.Count)
        {
            AddOne(ref Unsafe.Add(ref first, column), stride, start, times, sums[column..]);
        }
    }

    // Sums that stay in registers, and no branch for who was not drawn: a third of the users, at random.
    private static void AddFour(ref double rows, int stride, int start, ReadOnlySpan<byte> times, Span<double> sums)
    {
        int width = Vector<double>.Count;
        Vector<double> sum0 = new(sums);
        Vector<double> sum1 = new(sums[width..]);
        Vector<double> sum2 = new(sums[(2 * width)..]);
        Vector<double> sum3 = new(sums[(3 * width)..]);
        for (int user = start; user < times.Length; user++)
        {
            var factor = new Vector<double>(times[user]);
            nuint place = (nuint)user * (nuint)stride;
            sum0 += factor * Vector.LoadUnsafe(ref rows, place);
            sum1 += factor * Vector.LoadUnsafe(ref rows, place + (nuint)width);
            sum2 += factor * Vector.LoadUnsafe(ref rows, place + (nuint)(2 * width));
            sum3 += factor * Vector.LoadUnsafe(ref rows, place + (nuint)(3 * width));
        }

        sum0.CopyTo(sums);
        sum1.CopyTo(sums[width..]);
        sum2.CopyTo(sums[(2 * width)..]);
        sum3.CopyTo(sums[(3 * width)..]);
    }

    private static void AddOne(ref double rows, int stride, int start, ReadOnlySpan<byte> times, Span<double> sums)
    {
        Vector<double> sum = new(sums);
        for (int user = start; user < times.Length; user++)
        {
            sum += new Vector<double>(times[user]) * Vector.LoadUnsafe(ref rows, (nuint)user * (nuint)stride);
        }

        sum.CopyTo(sums);
    }

    private static Interval Sorted(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? default : Percentiles(values);
    }

    /// <summary>The middle 95% of resampled values.</summary>
    internal static Interval Percentiles(double[] ascending) =>
        new(Percentile(ascending, 0.025), Percentile(ascending, 0.975));

    private static double Percentile(double[] ascending, double share)
    {
        double position = share * (ascending.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, ascending.Length - 1);
        return ascending[below] + ((position - below) * (ascending[above] - ascending[below]));
    }
}
