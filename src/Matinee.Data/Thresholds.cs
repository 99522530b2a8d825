namespace Matinee.Data;

/// <summary>What a user, a movie and a movie's tags need to be kept.</summary>
public sealed record Thresholds
{
    /// <summary>The paper-sized corner of MovieLens 20M and up: 500 ratings on both sides.</summary>
    public static Thresholds Tiny { get; } = new() { MinUserRatings = 500, MinMovieRatings = 500 };

    /// <summary>Busy users, almost all movies.</summary>
    public static Thresholds Small { get; } = new() { MinUserRatings = 500 };

    /// <summary>Almost everything; the defaults.</summary>
    public static Thresholds Large { get; } = new();

    /// <summary>The three by name, the smallest dataset first.</summary>
    public static IReadOnlyDictionary<string, Thresholds> Presets { get; } =
        new Dictionary<string, Thresholds>(StringComparer.Ordinal)
        {
            ["tiny"] = Tiny,
            ["small"] = Small,
            ["large"] = Large,
        };

    /// <summary>Ratings a user needs; default 5, below which a history says next to nothing.</summary>
    public int MinUserRatings { get; init; } = 5;

    /// <summary>Ratings a movie needs to be ranked; default 5. Others stay in the catalogue.</summary>
    public int MinMovieRatings { get; init; } = 5;

    /// <summary>Tag applications a movie needs for its tags to be kept; default 3.</summary>
    public int MinTagsPerItem { get; init; } = 3;

    /// <summary>Drops movies that have fewer; default false, for a movie without tags can still be rated.</summary>
    public bool RequireTags { get; init; }

    /// <exception cref="MatineeException">A minimum is negative.</exception>
    public Thresholds Validate()
    {
        Check("--min-user-ratings", MinUserRatings);
        Check("--min-movie-ratings", MinMovieRatings);
        Check("--min-tags-per-item", MinTagsPerItem);
        return this;
    }

    private static void Check(string name, int minimum)
    {
        if (minimum < 0)
        {
            throw new MatineeException($"{name} is {minimum}. Give 0 or more; 1 keeps whatever has any.");
        }
    }
}
