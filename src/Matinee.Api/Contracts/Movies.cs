using System.Text.Json.Serialization;

namespace Matinee.Api.Contracts;

/// <summary>A movie.</summary>
public sealed record MovieAnswer
{
    /// <summary>The MovieLens id, or the one given here to an added movie.</summary>
    public required int Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Null where it is not known.</summary>
    public required int? Year { get; init; }

    public required IReadOnlyList<string> Genres { get; init; }

    /// <summary>The most applied ones first, at most ten.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Such as <c>tt0133093</c>.</summary>
    public required string? ImdbId { get; init; }

    public required int? TmdbId { get; init; }
    public required string? Plot { get; init; }

    /// <summary>Ratings in the training data.</summary>
    public required int Ratings { get; init; }

    /// <summary>Their mean stars, drawn towards the mean of all ratings where they are few; null where there are none.</summary>
    public required double? AverageRating { get; init; }

    /// <summary>Whether it was added after the model was trained.</summary>
    public required bool Added { get; init; }
}

/// <summary>A movie that the model has never seen.</summary>
public sealed record NewMovieBody
{
    /// <summary>1 to 500 characters, without the year or with it: <c>The Matrix (1999)</c>.</summary>
    [JsonRequired]
    public string Title { get; init; } = "";

    /// <summary>1870 to 2100; default: the one at the title's end.</summary>
    public int? Year { get; init; }

    /// <summary>At most 20, of at most 50 characters.</summary>
    public IReadOnlyList<string>? Genres { get; init; }

    /// <summary>At most 50, of at most 100 characters, the main one first.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Such as <c>tt0133093</c>.</summary>
    public string? ImdbId { get; init; }

    /// <summary>At least 1.</summary>
    public int? TmdbId { get; init; }

    /// <summary>What happens in it, at most 5 000 characters.</summary>
    public string? Plot { get; init; }
}

/// <summary>How a user would rate a movie.</summary>
public sealed record PredictionAnswer
{
    public required int MovieId { get; init; }
    public required int UserId { get; init; }

    /// <summary>Expected stars, 0.5 to 5; null where the model has nothing to go by.</summary>
    public required double? PredictedRating { get; init; }

    /// <summary>How uncertain that is, in stars; null where the model does not know.</summary>
    public required double? StandardDeviation { get; init; }

    /// <summary>The probability that the rating would lie within one star of the predicted one; null where the model does not know.</summary>
    public required double? Confidence { get; init; }

    /// <summary>How probable each number of stars is; null where the model does not know.</summary>
    public required IReadOnlyList<LevelChance>? Levels { get; init; }

    /// <summary>What the user has given the movie already; null where nothing.</summary>
    public required float? Rating { get; init; }
}

/// <param name="Stars">0.5 to 5.</param>
/// <param name="Probability">Over all levels they sum to 1, but for rounding.</param>
public sealed record LevelChance(float Stars, double Probability);

/// <summary>A page of the catalogue.</summary>
public sealed record MoviesPage
{
    /// <summary>On all pages.</summary>
    public required int TotalMovies { get; init; }

    public required IReadOnlyList<MovieAnswer> Movies { get; init; }

    /// <summary>The <c>cursor</c> of the next page; null on the last.</summary>
    public required string? NextCursor { get; init; }
}
