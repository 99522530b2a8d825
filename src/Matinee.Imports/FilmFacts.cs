namespace Matinee.Imports;

/// <summary>What a row says of a film and a person, beside stars.</summary>
[Flags]
public enum FilmFacts
{
    None = 0,
    Watched = 1,

    /// <summary>A heart, a favourite.</summary>
    Liked = 2,

    /// <summary>On the watchlist.</summary>
    Wanted = 4,

    /// <summary>In the library, on the server.</summary>
    Owned = 8,
}
