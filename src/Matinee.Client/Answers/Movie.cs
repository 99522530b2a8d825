namespace Matinee.Client;

/// <summary>A movie.</summary>
public sealed record Movie
{
    /// <summary>The MovieLens id, or the one that the server gave an added movie.</summary>
    public int Id { get; init; }

    public string Title
    {
        get => field ?? "";
        init;
    }

    /// <summary>Null where it is not known.</summary>
    public int? Year { get; init; }

    public IReadOnlyList<string> Genres
    {
        get => field ?? [];
        init;
    }

    /// <summary>The most applied ones first, at most ten.</summary>
    public IReadOnlyList<string> Tags
    {
        get => field ?? [];
        init;
    }

    /// <summary>Such as <c>tt0133093</c>.</summary>
    public string? ImdbId { get; init; }

    public int? TmdbId { get; init; }
    public string? Plot { get; init; }

    /// <summary>Ratings in the training data.</summary>
    public int Ratings { get; init; }

    /// <summary>Their mean stars, drawn towards the mean of all ratings where they are few; null where there are none.</summary>
    public double? AverageRating { get; init; }

    /// <summary>Whether it was added after the model was trained.</summary>
    public bool Added { get; init; }
}

/// <summary>A page of the catalogue.</summary>
public sealed record MoviesPage
{
    /// <summary>On all pages.</summary>
    public int TotalMovies { get; init; }

    public IReadOnlyList<Movie> Movies
    {
        get => field ?? [];
        init;
    }

    /// <summary>The <see cref="MovieListOptions.Cursor"/> of the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>Movies to ask a newcomer for.</summary>
/// <param name="RatingsSoFar">How many ratings the choice rests on.</param>
/// <param name="Movies">The one to ask for first first.</param>
public sealed record OnboardingPage(int RatingsSoFar, IReadOnlyList<Movie> Movies);

/// <summary>A picture.</summary>
/// <param name="ContentType">JPEG, PNG or WebP.</param>
public sealed record Poster(ReadOnlyMemory<byte> Bytes, string ContentType);
