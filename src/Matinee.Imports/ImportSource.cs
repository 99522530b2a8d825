namespace Matinee.Imports;

/// <summary>Where a file comes from.</summary>
public enum ImportSource
{
    Letterboxd,
    Imdb,
    Trakt,
    Tmdb,
    MovieLens,
    Jellyfin,

    /// <summary>Kodi's and Jellyfin's <c>.nfo</c> files beside the films.</summary>
    Nfo,
    Plex,

    /// <summary>What Matinee itself exports.</summary>
    Matinee,
}
