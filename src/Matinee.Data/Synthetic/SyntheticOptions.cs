namespace Matinee.Data.Synthetic;

/// <summary>How much to synthesize. The defaults are MovieLens 1M's size.</summary>
public sealed record SyntheticOptions
{
    /// <summary>Fewest ratings of a user, as in MovieLens, where there are enough ratings for that.</summary>
    public const int UsualMinRatingsPerUser = 20;

    /// <summary>Most tag applications of a user per movie, on average.</summary>
    public const int MaxTagsPerRating = 4;

    private const double UsualTagsPerRating = 0.06;

    /// <summary>1 or more. Default 6040.</summary>
    public int Users { get; init; } = 6_040;

    /// <summary>In the catalogue, rated or not; 1 or more. Default 3706.</summary>
    public int Movies { get; init; } = 3_706;

    /// <summary>All users together: at least one and at most one per movie for each user. Default 1 000 209.</summary>
    public long Ratings { get; init; } = 1_000_209;

    /// <summary>Tag applications, all users together, at most 4 per rating. Default (null): 0.06 per rating, as in ml-32m.</summary>
    public long? Tags { get; init; }

    /// <summary>Equal seeds give equal bytes, on any machine. Default 42.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Threads to use; the bytes do not depend on it. Default: all cores.</summary>
    public int MaxThreads { get; init; } = Environment.ProcessorCount;

    internal long TagApplications => Tags ?? (long)(UsualTagsPerRating * Ratings);

    /// <summary>20, or what everyone can have if the ratings don't suffice for that.</summary>
    internal int MinRatingsPerUser => (int)Math.Min(UsualMinRatingsPerUser, Ratings / Users);

    internal SyntheticOptions Validate()
    {
        if (Users < 1)
        {
            throw new MatineeException($"--users {Users}: there must be at least one user.");
        }

        if (Movies < 1)
        {
            throw new MatineeException($"--movies {Movies}: there must be at least one movie.");
        }

        if (Ratings < Users)
        {
            throw new MatineeException(
                $"--ratings {Ratings} is too few for {Users} users: each has at least one. "
                    + $"Ask for {Users} or more, or for fewer users."
            );
        }

        long most = (long)Users * Movies;
        if (Ratings > most)
        {
            throw new MatineeException(
                $"--ratings {Ratings} is too many for {Users} users and {Movies} movies: a user rates a movie once. "
                    + $"Ask for {most} or fewer, or for more users or movies."
            );
        }

        if (TagApplications < 0 || TagApplications > Ratings * MaxTagsPerRating)
        {
            throw new MatineeException(
                $"--tags {TagApplications} is not between 0 and {Ratings * MaxTagsPerRating}, "
                    + $"{MaxTagsPerRating} per rating. Ask for a number in that range."
            );
        }

        return this;
    }
}
