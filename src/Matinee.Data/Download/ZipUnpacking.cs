using System.Buffers;
using System.IO.Compression;
using Matinee.Core.Numerics;

namespace Matinee.Data.Download;

/// <summary>Unpacks a zip that isn't trusted.</summary>
internal static class ZipUnpacking
{
    private const int BufferBytes = 128 * 1024;

    /// <exception cref="BadZipException">The zip is damaged or unsafe; the target may hold some of it.</exception>
    public static async Task<ZipPlan> RunAsync(
        Stream content,
        string target,
        DownloadOptions options,
        CancellationToken cancellation
    )
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var plan = ZipPlan.Of(zip, options.Unpack);
            FreeSpace.Require(target, plan.Bytes, "unpacking");
            options.Progress?.Report(new DownloadEvent.Unpacking(plan.Bytes));
            Directory.CreateDirectory(target);
            foreach ((ZipArchiveEntry entry, string relativePath) in plan.Files)
            {
                await WriteAsync(entry, Path.Combine(target, relativePath), cancellation);
            }

            return plan;
        }
        catch (InvalidDataException exception)
        {
            throw new BadZipException("it is not a readable zip", exception);
        }
    }

    private static async Task WriteAsync(ZipArchiveEntry entry, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using Stream source = await entry.OpenAsync(cancellation);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long written = 0;
            var crc = new Crc32();
            int read;
            while ((read = await source.ReadAsync(buffer, cancellation)) > 0)
            {
                // The size in the directory is a claim, and the limits were checked against it.
                written += read;
                if (written > entry.Length)
                {
                    break;
                }

                crc.Append(buffer.AsSpan(0, read));
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            if (written != entry.Length || crc.Value != entry.Crc32)
            {
                throw new BadZipException($"its file '{entry.FullName}' is damaged");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
