using System.Buffers.Binary;

namespace Matinee.Text.Caching;

/// <summary>
/// A file of vectors that only grows: a header, then records of equal length. Readers need no lock, because records are
/// checked; writers take turns at a lock file, whose lock the system lets go when its process dies.
/// </summary>
internal sealed class VectorFile(string path)
{
    private const int HeaderBytes = 16;
    private const int RecordsAtOnce = 512;

    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(20);

    private static ReadOnlySpan<byte> Magic => "MATINEE\u0001"u8;

    /// <summary>The dimensions of its vectors; null where the file is not there or not begun.</summary>
    public int? ReadDimensions()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using FileStream stream = Open(FileAccess.Read);
        return ReadHeader(stream);
    }

    /// <summary>Reads the vectors of the texts wanted; damaged records are passed over.</summary>
    /// <param name="wanted">A row of <paramref name="values"/> by key.</param>
    /// <param name="values">[rows, dimensions]; gets the vectors found.</param>
    /// <returns>The keys found.</returns>
    public HashSet<TextKey> Read(IReadOnlyDictionary<TextKey, int> wanted, int dimensions, float[] values)
    {
        var found = new HashSet<TextKey>();
        using FileStream stream = Open(FileAccess.Read);
        if (ReadHeader(stream) != dimensions)
        {
            return found;
        }

        ForEachRecord(
            stream,
            dimensions,
            record =>
            {
                TextKey key = VectorRecord.Key(record);
                if (
                    wanted.TryGetValue(key, out int row)
                    && VectorRecord.TryRead(record, values.AsSpan(row * dimensions, dimensions))
                )
                {
                    found.Add(key);
                }
            }
        );
        return found;
    }

    /// <summary>Appends vectors, after taking off what a writer that was killed left unfinished.</summary>
    public void Append(IReadOnlyList<TextKey> keys, TextVectors vectors, CancellationToken cancellation)
    {
        int length = VectorRecord.Bytes(vectors.Dimensions);
        var records = new byte[keys.Count * length];
        for (int n = 0; n < keys.Count; n++)
        {
            VectorRecord.Write(records.AsSpan(n * length, length), keys[n], vectors[n]);
        }

        using FileStream turn = WaitForTurn(cancellation);
        using FileStream stream = Open(FileAccess.ReadWrite);
        if (ReadHeader(stream) != vectors.Dimensions)
        {
            stream.SetLength(0);
            WriteHeader(stream, vectors.Dimensions);
        }

        long whole = (stream.Length - HeaderBytes) / length;
        stream.SetLength(HeaderBytes + whole * length);
        stream.Position = stream.Length;
        stream.Write(records);
    }

    private delegate void RecordAction(ReadOnlySpan<byte> record);

    private static void ForEachRecord(FileStream stream, int dimensions, RecordAction action)
    {
        int length = VectorRecord.Bytes(dimensions);
        var buffer = new byte[RecordsAtOnce * length];
        int read;
        do
        {
            read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            for (int start = 0; start + length <= read; start += length)
            {
                action(buffer.AsSpan(start, length));
            }
        } while (read == buffer.Length);
    }

    private static int? ReadHeader(FileStream stream)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        bool whole = stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes;
        int dimensions = BinaryPrimitives.ReadInt32LittleEndian(header[Magic.Length..]);
        int inverse = BinaryPrimitives.ReadInt32LittleEndian(header[(Magic.Length + sizeof(int))..]);
        return whole && header.StartsWith(Magic) && dimensions > 0 && dimensions == ~inverse ? dimensions : null;
    }

    private static void WriteHeader(FileStream stream, int dimensions)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[Magic.Length..], dimensions);
        BinaryPrimitives.WriteInt32LittleEndian(header[(Magic.Length + sizeof(int))..], ~dimensions);
        stream.Position = 0;
        stream.Write(header);
    }

    private FileStream Open(FileAccess access) =>
        new(
            path,
            access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate,
            access,
            FileShare.ReadWrite,
            bufferSize: 0
        );

    private FileStream WaitForTurn(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException exception) when (IsTaken(exception))
            {
                cancellation.WaitHandle.WaitOne(LockRetry);
            }
        }
    }

    // EAGAIN of Linux, of macOS, and Windows' sharing violation. A full disk is an IOException, too, and never gets better.
    private static bool IsTaken(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
