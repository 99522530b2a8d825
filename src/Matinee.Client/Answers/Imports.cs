namespace Matinee.Client;

/// <summary>What a file would bring, film by film; nothing of it is stored yet.</summary>
public sealed record ImportPreview
{
    /// <summary><c>letterboxd</c>, <c>imdb</c>, <c>trakt</c>, <c>tmdb</c>, <c>movie-lens</c>, <c>jellyfin</c>, <c>nfo</c>, <c>plex</c> or <c>matinee</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The same for people.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>For <see cref="ImportUpload.Digest"/>.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Sentences: how stars were rescaled, which files were not read.</summary>
    public IReadOnlyList<string> Notes
    {
        get => field ?? [];
        init;
    }

    public ImportRows Rows { get; init; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Movies that would be rated.</summary>
    public int Ratings { get; init; }
    public int Watched { get; init; }

    /// <summary>Movies with a heart.</summary>
    public int Liked { get; init; }

    /// <summary>Movies on the watchlist.</summary>
    public int Wanted { get; init; }

    /// <summary>Movies in the library.</summary>
    public int Owned { get; init; }

    /// <summary>In the file's order.</summary>
    public IReadOnlyList<ImportFilm> Films
    {
        get => field ?? [];
        init;
    }

    /// <summary>Rows that say nothing about a film.</summary>
    public IReadOnlyList<ImportSkippedRow> Skipped
    {
        get => field ?? [];
        init;
    }
}

/// <summary>Rows of the file by what becomes of them; together they are all there are.</summary>
public sealed record ImportRows(int Total, int Matched, int Ambiguous, int Unknown, int LeftOut, int Skipped);

/// <summary>A film of the file, and which movie of the catalogue it is.</summary>
public sealed record ImportFilm
{
    /// <summary>Its first row, and its name in <see cref="ImportUpload.Choices"/>: <c>ratings.csv:12</c>.</summary>
    public string Key { get; init; } = "";

    /// <summary>All rows about it.</summary>
    public IReadOnlyList<string> Rows
    {
        get => field ?? [];
        init;
    }

    /// <summary>As the file has it; empty where it has numbers alone.</summary>
    public string Title { get; init; } = "";
    public int? Year { get; init; }

    /// <summary>Half stars, 0.5 to 5; null: not rated.</summary>
    public double? Rating { get; init; }
    public bool Watched { get; init; }
    public bool Liked { get; init; }
    public bool Wanted { get; init; }
    public bool Owned { get; init; }

    /// <summary><c>matched</c>, <c>ambiguous</c>, <c>unknown</c> or <c>left-out</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>What it was recognised by, such as <c>imdb-number</c> or <c>title-and-year</c>; null where it was not.</summary>
    public string? By { get; init; }

    /// <summary>A sentence about what is doubtful, or which row counts in its place; null: nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>The movie; null unless matched.</summary>
    public ImportMovie? Movie { get; init; }

    /// <summary>What an ambiguous film may be, the likeliest first, five at most.</summary>
    public IReadOnlyList<ImportMovie> Candidates
    {
        get => field ?? [];
        init;
    }
}

public sealed record ImportMovie(int Id, string Title, int? Year, IReadOnlyList<string> Genres);

/// <param name="Row">Where it stands: <c>ratings.csv:9</c>.</param>
/// <param name="What">Its title, or how it begins.</param>
/// <param name="Reason">A sentence.</param>
public sealed record ImportSkippedRow(string Row, string What, string Reason);

/// <summary>What was stored, and from what.</summary>
public sealed record ImportResult
{
    public int UserId { get; init; }
    public ImportStored Stored { get; init; } = new(0, 0, 0, 0, 0, null);

    /// <summary>All that the user has now.</summary>
    public int TotalRatings { get; init; }

    /// <summary>With the choices.</summary>
    public ImportPreview Preview { get; init; } = new();
}

/// <param name="Ratings">Movies rated, also those that had the same rating before.</param>
/// <param name="Kept">Movies that keep the rating which the user gave here later than in the file.</param>
/// <param name="Watched">Unrated movies that were watched, and now count.</param>
/// <param name="Liked">Unrated movies with a heart, which now count.</param>
/// <param name="Hidden">Movies of the watchlist that are not recommended from now on.</param>
/// <param name="Allowed">Length of the new allow-list; null: it was not asked for.</param>
public sealed record ImportStored(int Ratings, int Kept, int Watched, int Liked, int Hidden, int? Allowed);

/// <summary>A file that the server wrote.</summary>
/// <param name="FileName">What the server calls it.</param>
/// <param name="ContentType">Such as <c>text/csv</c>.</param>
public sealed record ExportedFile(string FileName, string ContentType, ReadOnlyMemory<byte> Bytes);
