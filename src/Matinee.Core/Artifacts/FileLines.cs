using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Matinee.Core.Artifacts;

/// <summary>A file's lines as bytes, outside the garbage collector's heap: they are gone once they were read.</summary>
internal sealed unsafe class FileLines : IDisposable
{
    private readonly byte* bytes;
    private readonly List<int> starts = [0];

    /// <exception cref="MatineeException">It is larger than 2 GB.</exception>
    public FileLines(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        long length = RandomAccess.GetLength(file);
        if (length > Array.MaxLength)
        {
            throw new MatineeException($"{path} is larger than 2 GB, more than a catalogue may be.");
        }

        bytes = (byte*)NativeMemory.Alloc((nuint)length);
        try
        {
            var all = new Span<byte>(bytes, Fill(file, (int)length));
            while (starts[^1] < all.Length)
            {
                int end = all[starts[^1]..].IndexOf((byte)'\n');
                starts.Add(end < 0 ? all.Length + 1 : starts[^1] + end + 1);
            }
        }
        catch
        {
            NativeMemory.Free(bytes);
            throw;
        }
    }

    public int Count => starts.Count - 1;

    /// <summary>Without its end.</summary>
    public ReadOnlySpan<byte> this[int line] => new(bytes + starts[line], starts[line + 1] - starts[line] - 1);

    public void Dispose() => NativeMemory.Free(bytes);

    // Less than its length where it was cut short meanwhile.
    private int Fill(SafeFileHandle file, int length)
    {
        int filled = 0;
        while (
            filled < length
            && RandomAccess.Read(file, new Span<byte>(bytes + filled, length - filled), filled) is > 0 and int read
        )
        {
            filled += read;
        }

        return filled;
    }
}
