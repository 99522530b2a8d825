namespace Matinee.Data.Demo;

/// <summary>How much to simulate.</summary>
public sealed record DemoOptions
{
    /// <summary>Fewest ratings of a user, as in MovieLens.</summary>
    public const int MinRatingsPerUser = 20;

    /// <summary>Simulated users, 1 or more. Default 600: about the size of MovieLens's small data set.</summary>
    public int Users { get; init; } = 600;

    /// <summary>
    /// Ratings, all users together: at least 20 and at most one per movie for each user.
    /// Default 100 000: every model trains on them in seconds.
    /// </summary>
    public int Ratings { get; init; } = 100_000;

    /// <summary>Equal seeds give equal bytes, on any machine. Default 42.</summary>
    public long Seed { get; init; } = 42;

    /// <param name="movies">How many movies there are to rate.</param>
    internal DemoOptions Validate(int movies)
    {
        if (Users < 1)
        {
            throw new MatineeException($"--users {Users}: there must be at least one user.");
        }

        long least = (long)Users * MinRatingsPerUser;
        if (Ratings < least)
        {
            throw new MatineeException(
                $"--ratings {Ratings} is too few for {Users} users: each has at least {MinRatingsPerUser}. "
                    + $"Ask for {least} or more, or for at most {Math.Max(1, Ratings / MinRatingsPerUser)} users."
            );
        }

        long most = (long)Users * movies;
        if (Ratings > most)
        {
            throw new MatineeException(
                $"--ratings {Ratings} is too many for {Users} users and {movies} movies: a user rates a movie once. "
                    + $"Ask for {most} or fewer, or for at least {(Ratings + (long)movies - 1) / movies} users."
            );
        }

        return this;
    }
}
