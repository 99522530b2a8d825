namespace Matinee.Data.Download;

public sealed record DownloadResult
{
    /// <summary>The dataset's folder, <c>&lt;output directory&gt;/&lt;name&gt;</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>True where the folder stood there before and nothing was fetched; the other properties are then empty.</summary>
    public bool AlreadyThere { get; init; }

    public int Files { get; init; }

    /// <summary>Size of the unpacked files.</summary>
    public long Bytes { get; init; }

    /// <summary>What the zip was checked against, and matched; null where there was nothing to check it against.</summary>
    public Checksum? Verified { get; init; }

    public ChecksumOrigin ChecksumOrigin { get; init; }
}

public enum ChecksumOrigin
{
    /// <summary>The server has no <c>.md5</c> beside the zip.</summary>
    NotOffered,

    /// <summary>The server may have one, but asking for it failed.</summary>
    NotAvailable,

    /// <summary>The server's <c>.md5</c>.</summary>
    Server,

    /// <summary>The caller's own.</summary>
    Caller,
}
