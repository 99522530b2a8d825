using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>Counts the bytes that are really read, whatever an archive claims of its entries.</summary>
internal sealed class ImportBudget(string name, ImportLimits limits)
{
    private const int BlockBytes = 1 << 16;
    private long left = limits.UnpackedBytes;

    /// <exception cref="MatineeException">The file is larger than may be read.</exception>
    public static void CheckFile(string name, long bytes, ImportLimits limits)
    {
        if (bytes > limits.FileBytes)
        {
            throw new MatineeException(
                $"{Excerpt.Of(name)} has {bytes} bytes; {limits.FileBytes} are as many as are read. "
                    + "Bring a smaller part of the export, such as its ratings alone."
            );
        }
    }

    public byte[] ReadAll(Stream stream, CancellationToken cancellation)
    {
        var all = new MemoryStream();
        byte[] block = new byte[BlockBytes];
        int read;
        while ((read = stream.Read(block)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            Spend(read);
            all.Write(block, 0, read);
        }

        return all.ToArray();
    }

    /// <summary>Openings are small, and most are read twice: they don't count.</summary>
    public static byte[] ReadOpening(Stream stream, int bytes)
    {
        byte[] opening = new byte[bytes];
        return opening[..stream.ReadAtLeast(opening, bytes, throwOnEndOfStream: false)];
    }

    private void Spend(int bytes)
    {
        left -= bytes;
        if (left < 0)
        {
            throw new MatineeException(
                $"{Excerpt.Of(name)} unpacks to more than {limits.UnpackedBytes} bytes, which is as much as is read. "
                    + "Check where it is from; if it is right, bring its ratings alone."
            );
        }
    }
}
