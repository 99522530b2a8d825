using System.Globalization;
using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>Reads streams to their end and counts what really comes, whatever was announced.</summary>
internal sealed class UnpackedBudget(ImportLimits limits)
{
    private int left = limits.UnpackedBytes;

    /// <exception cref="MatineeException">More comes than all entries together may have.</exception>
    public byte[] Read(Stream stream)
    {
        var buffer = new MemoryStream();
        var piece = new byte[1 << 14];
        int read;
        while ((read = stream.Read(piece)) > 0)
        {
            left -= read;
            if (left < 0)
            {
                throw new MatineeException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Unpacked it is larger than {limits.UnpackedBytes >> 20} MiB, which no export is. Pass the files that matter one by one."
                    )
                );
            }

            buffer.Write(piece, 0, read);
        }

        return buffer.ToArray();
    }
}
