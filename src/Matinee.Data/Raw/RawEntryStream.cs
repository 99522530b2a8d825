using System.IO.Compression;
using Matinee.Data.Download;

namespace Matinee.Data.Raw;

/// <summary>
/// A zip entry's content, held to what the directory says of it: .NET's reader ends early or hands out wrong bytes where
/// the archive is damaged, and both would pass as data.
/// </summary>
internal sealed class RawEntryStream(ZipArchiveEntry entry) : Stream
{
    private readonly Stream inner = entry.Open();
    private Crc32 checksum;
    private long passed;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">The content is not what was packed.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        checksum.Append(buffer[..read]);
        passed += read;
        bool ended = read == 0 && !buffer.IsEmpty;
        if (passed > entry.Length || (ended && (passed < entry.Length || checksum.Value != entry.Crc32)))
        {
            throw new InvalidDataException("Its length or checksum in the zip is wrong.");
        }

        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
