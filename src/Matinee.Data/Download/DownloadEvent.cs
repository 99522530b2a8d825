namespace Matinee.Data.Download;

/// <summary>Something that happened during a download.</summary>
public abstract record DownloadEvent
{
    private DownloadEvent() { }

    public sealed record Connecting(Uri Url) : DownloadEvent;

    /// <param name="ResumedAtBytes">How much an earlier attempt had left; 0 at a fresh start.</param>
    /// <param name="TotalBytes">Null where the server doesn't say.</param>
    public sealed record Started(long ResumedAtBytes, long? TotalBytes) : DownloadEvent;

    /// <param name="Bytes">How much of the zip is on disk, resumed bytes included.</param>
    public sealed record Received(long Bytes) : DownloadEvent;

    public sealed record Interrupted(string Cause, TimeSpan RetryIn) : DownloadEvent;

    /// <summary>The part file was of no use and is dropped.</summary>
    public sealed record StartedOver(string Reason) : DownloadEvent;

    public sealed record Verifying : DownloadEvent;

    public sealed record Unpacking(long TotalBytes) : DownloadEvent;
}
