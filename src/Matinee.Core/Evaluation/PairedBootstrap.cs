namespace Matinee.Core.Evaluation;

/// <summary>Two models on the same users.</summary>
/// <param name="Interval">95% percentile interval of the difference.</param>
/// <param name="PValue">Two-sided: how often a difference at least this large comes up if there is none.</param>
public readonly record struct PairedDifference(double MeanA, double MeanB, Interval Interval, double PValue)
{
    /// <summary>Mean of A − B over users.</summary>
    public double Difference => MeanA - MeanB;
}

/// <summary>
/// Compares two models user by user: users are drawn with replacement, each with both models' values (Sakai 2006). The
/// p-value resamples the differences shifted to mean zero, with the observed value counted among the resamples
/// (Davison and Hinkley 1997, eq. 4.11), so that it is never 0.
/// </summary>
public static class PairedBootstrap
{
    /// <param name="a">One value per user.</param>
    /// <param name="b">The same users' values under the other model, in the same order.</param>
    public static PairedDifference Compare(
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        int resamples = 10_000,
        long seed = 42
    )
    {
        if (a.Length != b.Length || a.IsEmpty)
        {
            throw new ArgumentException("Both models need values of the same users, at least one.", nameof(b));
        }

        var differences = new double[a.Length];
        double sumA = 0;
        double sumB = 0;
        for (int user = 0; user < a.Length; user++)
        {
            sumA += a[user];
            sumB += b[user];
            differences[user] = a[user] - b[user];
        }

        double observed = (sumA - sumB) / a.Length;
        double[] means = new Bootstrap(differences.Length, resamples, seed).Means(differences);
        return Difference(sumA / a.Length, sumB / a.Length, observed, means);
    }

    /// <summary>
    /// The same over several tasks: everybody counts once per task, and people are drawn with all their tasks, since splits of the
    /// same ratings share them.
    /// </summary>
    /// <param name="tasks">Per task the values of A and B by user id, the same users in both.</param>
    public static PairedDifference ComparePooled(
        IReadOnlyList<(SortedDictionary<int, double> A, SortedDictionary<int, double> B)> tasks,
        int resamples = 10_000,
        long seed = 42
    )
    {
        int[] users = [.. tasks.SelectMany(task => task.A.Keys).Distinct().Order()];
        var a = new double[users.Length];
        var b = new double[users.Length];
        var counts = new double[users.Length];
        for (int n = 0; n < users.Length; n++)
        {
            foreach ((SortedDictionary<int, double> left, SortedDictionary<int, double> right) in tasks)
            {
                if (left.TryGetValue(users[n], out double value))
                {
                    a[n] += value;
                    b[n] += right[users[n]];
                    counts[n]++;
                }
            }
        }

        return CompareRatios(a, b, counts, resamples, seed);
    }

    /// <summary>
    /// The same for a ratio of sums: a stratum's hits over what was asked. Users without a part in it are drawn too; resamples
    /// of nobody but them are left out.
    /// </summary>
    /// <param name="a">One numerator per user.</param>
    /// <param name="b">The same users' numerators under the other model.</param>
    /// <param name="denominators">The same users' denominators, which do not depend on the model.</param>
    public static PairedDifference CompareRatios(
        double[] a,
        double[] b,
        double[] denominators,
        int resamples = 10_000,
        long seed = 42
    )
    {
        return CompareRatios([(a, b, denominators)], resamples, seed)[0];
    }

    /// <summary>Several ratios of the same users; much cheaper than one by one.</summary>
    public static PairedDifference[] CompareRatios(
        IReadOnlyList<(double[] A, double[] B, double[] Denominators)> ratios,
        int resamples = 10_000,
        long seed = 42
    )
    {
        if (ratios.Count == 0)
        {
            return [];
        }

        int users = ratios[0].A.Length;
        var columns = new List<double[]>();
        foreach ((double[] a, double[] b, double[] denominators) in ratios)
        {
            if (a.Length != users || b.Length != users || denominators.Length != users || denominators.Sum() <= 0)
            {
                throw new ArgumentException("Both models need values of the same users, at least one.", nameof(ratios));
            }

            columns.Add([.. a.Zip(b, (left, right) => left - right)]);
            columns.Add(denominators);
        }

        double[][] means = new Bootstrap(users, resamples, seed).Resampled(columns);
        return
        [
            .. ratios.Select(
                (ratio, n) => Difference(ratio.A, ratio.B, means[2 * n], columns[(2 * n) + 1], means[(2 * n) + 1])
            ),
        ];
    }

    /// <summary>The same for a function of each model's ratio: the root of its mean square, for one.</summary>
    public static PairedDifference CompareRatios(
        double[] a,
        double[] b,
        double[] denominators,
        Func<double, double> transform,
        int resamples = 10_000,
        long seed = 42
    )
    {
        double total = denominators.Sum();
        if (b.Length != a.Length || denominators.Length != a.Length || total <= 0)
        {
            throw new ArgumentException("Both models need values of the same users, at least one.", nameof(b));
        }

        double[][] means = new Bootstrap(a.Length, resamples, seed).Resampled([a, b, denominators]);
        var differences = new List<double>(means[0].Length);
        for (int n = 0; n < means[0].Length; n++)
        {
            if (means[2][n] > 0)
            {
                differences.Add(transform(means[0][n] / means[2][n]) - transform(means[1][n] / means[2][n]));
            }
        }

        double meanA = transform(a.Sum() / total);
        double meanB = transform(b.Sum() / total);
        return Difference(meanA, meanB, meanA - meanB, [.. differences]);
    }

    private static PairedDifference Difference(
        double[] a,
        double[] b,
        double[] meanDifferences,
        double[] denominators,
        double[] meanDenominators
    )
    {
        double total = denominators.Sum();
        double[] ratios =
        [
            .. meanDifferences
                .Zip(meanDenominators)
                .Where(pair => pair.Second > 0)
                .Select(pair => pair.First / pair.Second),
        ];
        return Difference(a.Sum() / total, b.Sum() / total, (a.Sum() - b.Sum()) / total, ratios);
    }

    private static PairedDifference Difference(double meanA, double meanB, double observed, double[] resampled)
    {
        int extreme = resampled.Count(value => Math.Abs(value - observed) >= Math.Abs(observed));
        Array.Sort(resampled);
        return new PairedDifference(
            meanA,
            meanB,
            Bootstrap.Percentiles(resampled),
            (extreme + 1.0) / (resampled.Length + 1.0)
        );
    }
}
