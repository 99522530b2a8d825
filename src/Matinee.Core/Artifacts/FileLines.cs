using Microsoft.Win32.SafeHandles;

namespace Matinee.Core.Artifacts;

/// <summary>A file's lines as bytes, a piece of the file at a time in the same memory: fresh memory costs more than reading.</summary>
internal sealed class FileLines(string path, int pieceBytes = 4 << 20) : IDisposable
{
    private readonly SafeFileHandle file = File.OpenHandle(path, options: FileOptions.SequentialScan);
    private readonly List<int> starts = [0];
    private byte[] piece = GC.AllocateUninitializedArray<byte>(pieceBytes);
    private int filled;
    private long offset;

    /// <summary>Lines of this piece.</summary>
    public int Count => starts.Count - 1;

    /// <summary>A line of this piece, without its end.</summary>
    public ReadOnlySpan<byte> this[int line] => piece.AsSpan(starts[line]..(starts[line + 1] - 1));

    /// <summary>Goes to the next lines; false where there are none.</summary>
    public bool Next()
    {
        int rest = filled - Math.Min(filled, starts[^1]);
        piece.AsSpan(filled - rest, rest).CopyTo(piece);
        filled = rest;
        starts.Clear();
        starts.Add(0);
        bool isLast = false;
        while (Count == 0 && !isLast)
        {
            if (filled == piece.Length)
            {
                Array.Resize(ref piece, checked(2 * piece.Length));
            }

            int read = RandomAccess.Read(file, piece.AsSpan(filled), offset);
            isLast = read == 0;
            offset += read;
            filled += read;
            Split(isLast);
        }

        return Count > 0;
    }

    public void Dispose() => file.Dispose();

    // The last line of a file need not end.
    private void Split(bool isLast)
    {
        while (starts[^1] < filled)
        {
            int length = piece.AsSpan(starts[^1]..filled).IndexOf((byte)'\n');
            if (length < 0 && !isLast)
            {
                return;
            }

            starts.Add(length < 0 ? filled + 1 : starts[^1] + length + 1);
        }
    }
}
