namespace Matinee.Data.Raw;

/// <summary>Some whole lines of a file of ratings, as bytes and then as rows; one is filled again and again.</summary>
internal sealed class LineBlock
{
    private readonly int capacity;
    private readonly byte[] buffer;
    private int start;
    private int understood;
    private int length;
    private int filled;

    /// <param name="capacity">Bytes; a longer line does not fit.</param>
    public LineBlock(int capacity)
    {
        this.capacity = capacity;
        buffer = new byte[capacity + 1 + PlainRatingLines.Padding];
        Rows = new RatingRows(capacity / PlainRatingLines.ShortestLine + 1);
    }

    /// <summary>What <see cref="Parse"/> read.</summary>
    public RatingRows Rows { get; }

    /// <summary>False where not even one line fits.</summary>
    public bool HasLines => length > 0;

    /// <summary>The lines; only the last line of a file may lack its line feed.</summary>
    public ReadOnlyMemory<byte> Lines => buffer.AsMemory(start, length - start);

    /// <summary>The lines from the first on that <see cref="Parse"/> did not understand.</summary>
    public ReadOnlyMemory<byte> Rest => buffer.AsMemory(understood, length - understood);

    /// <summary>What was read behind the last line: the next line's beginning.</summary>
    public ReadOnlyMemory<byte> Tail => buffer.AsMemory(length, filled - length);

    /// <summary>Reads until the block is full or the stream has ended.</summary>
    /// <param name="carried">The tail of the block before.</param>
    /// <returns>Whether the stream has ended.</returns>
    public bool Fill(ReadOnlySpan<byte> carried, Stream stream)
    {
        carried.CopyTo(buffer);
        (start, understood, length, filled) = (0, 0, 0, carried.Length);
        Rows.Count = 0;
        bool ended = false;
        while (!ended && filled < capacity)
        {
            int read = stream.Read(buffer.AsSpan(filled, capacity - filled));
            filled += read;
            ended = read == 0;
        }

        length = ended ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
        return ended;
    }

    /// <summary>Passes over the first bytes of the lines.</summary>
    public void Skip(int bytes) => (start, understood) = (bytes, bytes);

    /// <summary>Reads rows up to the first line that is not plain.</summary>
    /// <param name="positions">The fields in which user id, movie id, rating and timestamp stand.</param>
    public unsafe void Parse(ReadOnlySpan<int> positions)
    {
        if (start == length)
        {
            return;
        }

        int end = length;
        if (buffer[end - 1] != '\n')
        {
            buffer[end++] = (byte)'\n';
        }

        fixed (byte* bytes = buffer)
        {
            int read = PlainRatingLines.Read(bytes + start, bytes + end, positions, Rows);
            understood = Math.Min(length, start + read);
        }
    }
}
