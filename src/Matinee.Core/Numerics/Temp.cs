#pragma warning disable
using Matinee.Core.Interactions;

namespace Matinee.Core.Numerics;

public readonly record struct ScoredItem(int Item, float Score);

public static class TopK
{
    public static int Select(ReadOnlySpan<float> scores, ReadOnlySpan<int> ex, Span<ScoredItem> d)
    {
        var l = new List<ScoredItem>();
        int e = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            while (e < ex.Length && ex[e] < i)
                e++;
            if (e < ex.Length && ex[e] == i)
                continue;
            l.Add(new(i, scores[i]));
        }
        l.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Item.CompareTo(b.Item));
        int n = Math.Min(l.Count, d.Length);
        for (int i = 0; i < n; i++)
            d[i] = l[i];
        return n;
    }
}

public static class SparseGram
{
    public static float[] Compute(InteractionMatrix m, ParallelOptions p)
    {
        int n = m.ColumnCount;
        var g = new float[n * n];
        for (int r = 0; r < m.RowCount; r++)
        {
            var c = m.RowColumns(r);
            foreach (int a in c)
            foreach (int b in c)
                g[a * n + b]++;
        }
        return g;
    }
}

public static class PositiveDefinite
{
    public static void Invert(float[] m, int n, ParallelOptions p, Action<double>? prog = null)
    {
        var a = new double[n][];
        for (int i = 0; i < n; i++)
        {
            a[i] = new double[2 * n];
            for (int j = 0; j < n; j++)
                a[i][j] = m[i * n + j];
            a[i][n + i] = 1;
        }
        for (int k = 0; k < n; k++)
        {
            double piv = 1 / a[k][k];
            for (int j = 0; j < 2 * n; j++)
                a[k][j] *= piv;
            Parallel.For(
                0,
                n,
                i =>
                {
                    if (i == k)
                        return;
                    double f = a[i][k];
                    if (f == 0)
                        return;
                    var ai = a[i];
                    var ak = a[k];
                    for (int j = 0; j < 2 * n; j++)
                        ai[j] -= f * ak[j];
                }
            );
        }
        for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            m[i * n + j] = (float)a[i][n + j];
    }
}
