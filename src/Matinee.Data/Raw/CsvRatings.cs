using System.Runtime.ExceptionServices;
using System.Text;

namespace Matinee.Data.Raw;

/// <summary>
/// Ratings as CSV, on all cores: one thread reads blocks of lines while others turn them into rows, which are added in
/// the order of the file. <see cref="PlainRatingLines"/> reads what is plain; where a line is not, <see cref="CsvTable"/>
/// reads the rest of its block, or, where a row may go on in the next block, the rest of the file. So this gives what
/// <see cref="CsvTable"/> alone would.
/// </summary>
internal sealed class CsvRatings
{
    /// <summary>Half a megabyte: with its rows it stays in a core's cache.</summary>
    public const int BlockBytes = 1 << 19;

    private const int MostBlocks = 16;
    private readonly string file;
    private readonly CsvHeader header;
    private readonly RatingTable ratings;
    private readonly RawReading reading;
    private readonly SplitPart part;
    private readonly Queue<(LineBlock Block, Task Parsed)> pending = [];
    private int linesBefore = 1;

    private CsvRatings(string file, CsvHeader header, SplitPart part, RatingTable ratings, RawReading reading) =>
        (this.file, this.header, this.part, this.ratings, this.reading) = (file, header, part, ratings, reading);

    /// <summary>Appends a file whose bytes come from a stream.</summary>
    /// <param name="columns">User id, movie id, rating and timestamp, as the header names them.</param>
    public static void Read(
        Stream stream,
        string file,
        string[] columns,
        SplitPart part,
        RatingTable ratings,
        RawReading reading,
        int blockBytes = BlockBytes
    )
    {
        var block = new LineBlock(blockBytes);
        bool ended = block.Fill([], stream);
        if (BitConverter.IsLittleEndian && PlainHeader(block.Lines.Span, file, columns, out int bytes) is { } header)
        {
            block.Skip(bytes);
            new CsvRatings(file, header, part, ratings, reading).Read(stream, block, ended, blockBytes);
            return;
        }

        var joined = new JoinedStream(new([block.Lines, block.Tail]), stream);
        CsvTable.Read(joined, file, columns, reading, row => RawRatings.Add(row, part, ratings));
    }

    private static CsvHeader? PlainHeader(ReadOnlySpan<byte> lines, string file, string[] columns, out int bytes)
    {
        bytes = lines.IndexOf((byte)'\n') + 1;
        ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
        ReadOnlySpan<byte> line = lines[..bytes];
        line = line.StartsWith(mark) ? line[mark.Length..] : line;
        string[] names = Encoding.Latin1.GetString(line).TrimEnd('\n').TrimEnd('\r').Split(',');
        return names
            .Order(StringComparer.OrdinalIgnoreCase)
            .SequenceEqual(columns.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase)
            ? CsvHeader.Locate(file, columns, names)
            : null;
    }

    private void Read(Stream stream, LineBlock first, bool ended, int blockBytes)
    {
        var free = new Stack<LineBlock>();
        int most = Math.Min(Environment.ProcessorCount + 1, MostBlocks);
        ExceptionDispatchInfo? failure = null;
        LineBlock last = first;
        Start(first);
        while (pending.Count > 0)
        {
            if (!ended && last.HasLines && pending.Count < most)
            {
                LineBlock next = free.TryPop(out LineBlock? used) ? used : new LineBlock(blockBytes);
                try
                {
                    ended = next.Fill(last.Tail.Span, stream);
                    last = next;
                    Start(next);
                }
                catch (Exception exception)
                {
                    // Rows that were read before may be bad, and come first.
                    failure = ExceptionDispatchInfo.Capture(exception);
                    ended = true;
                }

                continue;
            }

            (LineBlock block, Task parsed) = pending.Dequeue();
            parsed.GetAwaiter().GetResult();
            ratings.Append(block.Rows, part);
            linesBefore += block.Rows.Count;
            if (!block.HasLines || !TryReadRest(block.Rest))
            {
                ReadOn(new JoinedStream(Unread(block, last), stream, failure));
                return;
            }

            free.Push(block);
        }

        failure?.Throw();
    }

    private void Start(LineBlock block) => pending.Enqueue((block, Task.Run(() => block.Parse(header.Positions))));

    private bool TryReadRest(ReadOnlyMemory<byte> rest)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        ReadOnlySpan<byte> bytes = rest.Span;
        bool lineFeedsAlone = bytes.Count((byte)'\r') == bytes.Count("\r\n"u8);
        if (bytes.Contains((byte)'"') || !lineFeedsAlone)
        {
            return false;
        }

        ReadOn(new JoinedStream(new([rest]), Stream.Null));
        linesBefore += bytes.Count((byte)'\n');
        return true;
    }

    // A block that may be filled with the next one's bytes is none of these.
    private Queue<ReadOnlyMemory<byte>> Unread(LineBlock block, LineBlock last) =>
        new([block.Rest, .. pending.Select(entry => entry.Block.Lines), last.Tail]);

    private void ReadOn(Stream stream) =>
        CsvTable.ReadOn(stream, file, header, linesBefore, reading, row => RawRatings.Add(row, part, ratings));
}
