using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Matinee.Api.Store.Backup;

/// <summary>The SHA-256 sums in a backup, by entry.</summary>
internal static class BackupSums
{
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <exception cref="InvalidDataException">They are not there, or not as they should be.</exception>
    public static async Task<Dictionary<string, string>> ReadAsync(ZipArchive zip, CancellationToken cancellation)
    {
        string text = Encoding.ASCII.GetString(await ContentAsync(zip, StoreBackup.SumsName, cancellation));
        Dictionary<string, string> sums = [];
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split("  ") is not [{ Length: 64 } sum, var name] || !sums.TryAdd(name, sum))
            {
                throw new InvalidDataException();
            }
        }

        return sums;
    }

    /// <summary>A small entry as a whole.</summary>
    /// <exception cref="InvalidDataException">It is not there, or too large.</exception>
    public static async Task<byte[]> ContentAsync(ZipArchive zip, string name, CancellationToken cancellation)
    {
        const int most = 1 << 20;
        ZipArchiveEntry entry = zip.GetEntry(name) ?? throw new InvalidDataException();
        await using Stream stream = await entry.OpenAsync(cancellation);
        using MemoryStream content = new();
        byte[] buffer = new byte[1 << 14];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0; )
        {
            content.Write(buffer, 0, read);
            if (content.Length > most)
            {
                throw new InvalidDataException();
            }
        }

        return content.ToArray();
    }
}
