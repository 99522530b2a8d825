namespace Matinee.Client;

/// <summary>What was found.</summary>
public sealed record SearchPage
{
    /// <summary><c>hybrid</c>: by words and by meaning; <c>lexical</c>: by words only.</summary>
    public string Mode
    {
        get => field ?? "";
        init;
    }

    /// <summary>Why the search was lexical; null where it was not.</summary>
    public string? Note { get; init; }

    /// <summary>Best first.</summary>
    public IReadOnlyList<FoundMovie> Results
    {
        get => field ?? [];
        init;
    }
}

/// <param name="Score">Comparable within one answer only.</param>
/// <param name="IsTitle">Whether a title of the movie is just what was asked for.</param>
public sealed record FoundMovie(double Score, bool IsTitle, Movie Movie);

/// <summary>Movies like a movie.</summary>
public sealed record SimilarPage
{
    public int MovieId { get; init; }

    /// <summary><c>blended</c>, <c>collaborative</c> or <c>textual</c>.</summary>
    public string By
    {
        get => field ?? "";
        init;
    }

    /// <summary>The most alike first; those that are not alike at all are left out.</summary>
    public IReadOnlyList<SimilarMovie> Movies
    {
        get => field ?? [];
        init;
    }
}

/// <param name="Score">What the list is sorted by, 0 to 1.</param>
/// <param name="Collaborative">Likeness by ratings, 1 for the most alike movie; null where nobody has rated either.</param>
/// <param name="Textual">Likeness of what they say of themselves, 0 to 1.</param>
public sealed record SimilarMovie(double Score, double? Collaborative, double Textual, Movie Movie);

/// <summary>How a user would rate a movie.</summary>
public sealed record Prediction
{
    public int MovieId { get; init; }
    public int UserId { get; init; }

    /// <summary>Expected stars, 0.5 to 5; null where the model has nothing to go by.</summary>
    public double? PredictedRating { get; init; }

    /// <summary>How uncertain that is, in stars; null where the model does not know.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>The probability that the rating would lie within one star of the predicted one; null where the model does not know.</summary>
    public double? Confidence { get; init; }

    /// <summary>How probable each number of stars is; null where the model does not know.</summary>
    public IReadOnlyList<LevelChance>? Levels { get; init; }

    /// <summary>What the user has given the movie already; null where nothing.</summary>
    public double? Rating { get; init; }
}

/// <param name="Stars">0.5 to 5.</param>
/// <param name="Probability">Over all levels they sum to 1, but for rounding.</param>
public sealed record LevelChance(double Stars, double Probability);
