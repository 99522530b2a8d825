namespace Matinee.Data.Synthetic;

/// <summary>Counts what is written. Each thread has its own; sums don't depend on who counted what.</summary>
internal sealed class SyntheticTally(int movies)
{
    private readonly int[] byMovie = new int[movies];
    private readonly long[] byLevel = new long[11];

    /// <summary>Ratings by movie.</summary>
    public ReadOnlySpan<int> ByMovie => byMovie;

    /// <summary>Ratings by twice the stars, 0 to 10.</summary>
    public ReadOnlySpan<long> ByLevel => byLevel;

    public void Add(int movie, int halfStars)
    {
        byMovie[movie]++;
        byLevel[halfStars]++;
    }

    public void Add(SyntheticTally other)
    {
        for (int movie = 0; movie < byMovie.Length; movie++)
        {
            byMovie[movie] += other.byMovie[movie];
        }

        for (int level = 0; level < byLevel.Length; level++)
        {
            byLevel[level] += other.byLevel[level];
        }
    }
}
