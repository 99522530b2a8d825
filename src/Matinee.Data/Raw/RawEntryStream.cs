using System.IO.Compression;
using Matinee.Core.Numerics;

namespace Matinee.Data.Raw;

/// <summary>
/// A zip entry's content, held to what the directory says of it: .NET's reader ends early or hands out wrong bytes where
/// the archive is damaged, and both would pass as data.
/// </summary>
internal sealed class RawEntryStream(ZipArchiveEntry entry) : ForwardStream
{
    private readonly Stream inner = entry.Open();
    private Crc32 checksum;
    private long passed;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
