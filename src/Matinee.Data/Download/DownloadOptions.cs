namespace Matinee.Data.Download;

public sealed record DownloadOptions
{
    public static Uri GroupLens { get; } = new("https://files.grouplens.org/datasets/movielens/");

    /// <summary>The folder on the web that holds <c>&lt;name&gt;.zip</c>. Default: GroupLens.</summary>
    public Uri BaseUrl { get; init; } = GroupLens;

    /// <summary>Where the folder <c>&lt;name&gt;</c> is put. Default: <c>data/raw</c>, where the other commands look.</summary>
    public string OutputDirectory { get; init; } = Path.Combine("data", "raw");

    /// <summary>Fetch again and replace a folder that is already there. Default: false, leave it.</summary>
    public bool Force { get; init; }

    /// <summary>What the zip must hash to. Default: null, what the server publishes beside the zip.</summary>
    public Checksum? Checksum { get; init; }

    /// <summary>Told what happens, on the thread where it happens.</summary>
    public IProgress<DownloadEvent>? Progress { get; init; }

    internal TransferLimits Transfer { get; init; } = new();

    internal UnpackLimits Unpack { get; init; } = new();
}

/// <summary>How long a transfer waits and how often it tries.</summary>
internal sealed record TransferLimits
{
    /// <summary>For name lookup, TCP and TLS together, whatever the number of addresses. Default: 10 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for the next byte. Default: 30 s.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Waits between attempts after a broken connection: 1, 2, 4, 8 s; then it is an error.</summary>
    public IReadOnlyList<TimeSpan> Backoff { get; init; } =
    [.. Enumerable.Range(0, 4).Select(n => TimeSpan.FromSeconds(1 << n))];

    public Func<TimeSpan, CancellationToken, Task> Delay { get; init; } = Task.Delay;
}

/// <summary>Bounds on what a zip may unpack to. MovieLens's largest is about 2 GB in fewer than 20 files.</summary>
internal sealed record UnpackLimits
{
    public int Entries { get; init; } = 1_000;

    public long Bytes { get; init; } = 8_000_000_000;
}
