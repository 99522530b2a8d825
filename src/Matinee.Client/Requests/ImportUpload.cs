namespace Matinee.Client;

/// <summary>A file to import: an export of Letterboxd, IMDb, Trakt, TMDB, MovieLens, Jellyfin, Plex or of a Matinee server.</summary>
/// <param name="FileName">Without folders; it says little, as files are recognised by what is in them.</param>
/// <param name="Content">At most 16 MiB.</param>
public sealed record ImportUpload(string FileName, ReadOnlyMemory<byte> Content)
{
    /// <summary>
    /// Which movies films are, by <see cref="ImportFilm.Key"/>: what a person chose where the server could not tell. Null leaves a film
    /// out.
    /// </summary>
    public IReadOnlyDictionary<string, int?>? Choices { get; init; }

    /// <summary>Whether movies of the watchlist are hidden from recommendations. Matters to an import alone.</summary>
    public bool HideWatchlist { get; init; }

    /// <summary>Whether the owned movies become the only ones to recommend. Matters to an import alone.</summary>
    public bool KeepToLibrary { get; init; }

    /// <summary><see cref="ImportPreview.Digest"/> of the preview that was seen: any other is refused. Matters to an import alone.</summary>
    public string? Digest { get; init; }
}
