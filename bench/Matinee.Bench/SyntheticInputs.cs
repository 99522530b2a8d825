using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Bench;

/// <summary>Inputs with the shapes of real ones, made from a seed.</summary>
internal static class SyntheticInputs
{
    /// <summary>A lower triangle that is positive definite because its diagonal dominates.</summary>
    public static void FillPositiveDefinite(float[] matrix, int n)
    {
        for (int row = 0; row < n; row++)
        {
            Span<float> line = matrix.AsSpan(row * n, row + 1);
            for (int column = 0; column < row; column++)
            {
                line[column] = (uint)(row * 31 + column * 17) % 64 / 64f;
            }

            line[row] = n;
        }
    }

    public static float[] Normal(int length, long stream)
    {
        var random = new CounterRandom(42, stream);
        var values = new float[length];
        for (int n = 0; n < length; n++)
        {
            values[n] = (float)random.Normal(n);
        }

        return values;
    }

    /// <summary>Movies of seventy years with a genre or more each.</summary>
    public static MovieCatalog Catalog(int movies, Func<int, string[]> genresOf) =>
        new(
            [
                .. Enumerable
                    .Range(0, movies)
                    .Select(n => new Movie
                    {
                        Id = new ItemId(n + 1),
                        Title = $"Movie {n}",
                        Year = 1950 + n % 70,
                        Genres = genresOf(n),
                    }),
            ],
            movies
        );

    /// <summary>About 100 000 ratings, as long-tailed as MovieLens latest-small's.</summary>
    public static InteractionMatrix MovieLensSmall(int users, int items)
    {
        var random = new CounterRandom(42, 3);
        var starts = new int[users + 1];
        var columns = new List<int>();
        for (int user = 0; user < users; user++)
        {
            int count = Math.Clamp((int)(70 * Math.Exp(1.3 * random.Normal(user))), 20, items / 4);
            var row = new SortedSet<int>();
            for (long draw = 0; row.Count < count; draw++)
            {
                // Density falls as 1 / rank.
                double uniform = random.Uniform(((long)(user + 1) << 32) + draw);
                row.Add(Math.Min(items - 1, (int)Math.Exp(uniform * Math.Log(items))));
            }

            columns.AddRange(row);
            starts[user + 1] = columns.Count;
        }

        float[] stars = [.. columns.Select((item, n) => 0.5f + (item * 31 + n) % 10 / 2f)];
        long[] times = [.. columns.Select((_, n) => 1_000_000_000L + 60 * n)];
        return new InteractionMatrix(starts, [.. columns], stars, times, items);
    }

    /// <summary>About a million interactions of 6 040 users with 3 706 items, as long-tailed as MovieLens 1M's.</summary>
    public static InteractionMatrix MovieLens1M()
    {
        const int users = 6040;
        const int items = 3706;
        var presence = new CounterRandom(42, 1);
        var activity = new CounterRandom(42, 2);
        var starts = new int[users + 1];
        var columns = new List<int>();
        for (int user = 0; user < users; user++)
        {
            double share = 0.12 * Math.Exp(0.95 * activity.Normal(user));
            for (int item = 0; item < items; item++)
            {
                double popularity = Math.Exp(-4.0 * item / items);
                if (presence.Uniform((long)user * items + item) < share * popularity)
                {
                    columns.Add(item);
                }
            }

            starts[user + 1] = columns.Count;
        }

        var ones = new float[columns.Count];
        Array.Fill(ones, 1);
        return new InteractionMatrix(starts, [.. columns], ones, new long[columns.Count], items);
    }
}
