using System.Text.Json;

namespace Matinee.Data.Download;

/// <summary>
/// A zip that is not complete yet, with what is needed to go on later in a <c>.json</c> beside it. Open means locked: a
/// second download of the same dataset is refused.
/// </summary>
internal sealed class PartFile : IDisposable
{
    private readonly FileStream stream;
    private readonly string versionPath;
    private bool discarded;

    private PartFile(FileStream stream, string versionPath, ZipVersion? version)
    {
        this.stream = stream;
        this.versionPath = versionPath;
        Version = version;
        Length = stream.Seek(0, SeekOrigin.End);
    }

    public long Length { get; private set; }

    /// <summary>What the bytes are the beginning of; null where that isn't known.</summary>
    public ZipVersion? Version { get; private set; }

    public string Path => stream.Name;

    public static PartFile Open(string path)
    {
        // Unbuffered: what has arrived is on disk when the process is killed.
        var stream = new FileStream(
            path,
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 0,
            FileOptions.Asynchronous
        );
        string versionPath = path + ".json";
        return new PartFile(stream, versionPath, ReadVersion(versionPath));
    }

    /// <summary>True where opening failed because another process has the file open (flock, sharing violation).</summary>
    public static bool IsLocked(IOException exception) =>
        exception.HResult
            is 11 // EWOULDBLOCK, Linux
                or 35 // EWOULDBLOCK, macOS
                or unchecked((int)0x80070020); // ERROR_SHARING_VIOLATION

    /// <summary>Drops what is there; what is appended next belongs to <paramref name="version"/>.</summary>
    public void StartOver(ZipVersion? version)
    {
        // Emptied first: a crash in between must not leave old bytes under the new version.
        stream.SetLength(0);
        Length = 0;
        Version = version;
        if (version is null)
        {
            File.Delete(versionPath);
        }
        else
        {
            File.WriteAllText(versionPath, JsonSerializer.Serialize(version));
        }
    }

    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await stream.WriteAsync(bytes, cancellation);
        Length += bytes.Length;
    }

    /// <summary>The bytes from the first one on; belongs to this object.</summary>
    public Stream ReadFromStart()
    {
        stream.Position = 0;
        return stream;
    }

    /// <summary>The file goes away when this object is disposed.</summary>
    public void Discard() => discarded = true;

    public void Dispose()
    {
        bool empty = stream.Length == 0;
        stream.Dispose();
        if (discarded || empty)
        {
            File.Delete(versionPath);
            File.Delete(stream.Name);
        }
    }

    private static ZipVersion? ReadVersion(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ZipVersion>(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException)
        {
            return null;
        }
    }
}
