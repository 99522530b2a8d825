using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Matinee.Tests.Fuzzing;

/// <summary>Zips, whole and not.</summary>
internal static class ZipMutations
{
    /// <summary>Enough that reading it all would break the bounds on time and memory.</summary>
    private const int BombBytes = 200_000_000;

    public static byte[] Pack(IEnumerable<RawText> files, string prefix, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (RawText file in files)
            {
                using Stream entry = archive.CreateEntry(prefix + file.Name, level).Open();
                entry.Write(file.Bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The input with its first file grown by copies of its last line to so many bytes, hundreds of megabytes by default.</summary>
    public static byte[] Bomb(RawInput input, int bytes = BombBytes)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (RawText file in input.Files)
            {
                using Stream entry = archive.CreateEntry(file.Name, CompressionLevel.SmallestSize).Open();
                entry.Write(file.Bytes);
                if (file == input.Files[0])
                {
                    string line = file.Text.TrimEnd('\n').Split('\n')[^1] + "\n";
                    byte[] lines = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(line, 50_000)));
                    for (int written = 0; written < bytes; written += lines.Length)
                    {
                        entry.Write(lines);
                    }
                }
            }
        }

        return stream.ToArray();
    }

    public static byte[] Damage(byte[] zip, Dice dice)
    {
        byte[] damaged = [.. zip];
        switch (dice.Below(6))
        {
            case 0:
                return damaged[..dice.Below(damaged.Length)];
            case 1:
                int start = dice.Below(damaged.Length);
                return [.. damaged[..start], .. damaged[Math.Min(damaged.Length, start + 1 + dice.Below(60))..]];
            case 2:
                int tail = Math.Min(damaged.Length, 22 + dice.Below(120));
                damaged[damaged.Length - tail + dice.Below(tail)] = dice.Byte();
                return damaged;
            case 3:
                Claim(damaged, dice);
                return damaged;
            case 4:
                return [.. damaged, .. damaged[..dice.Below(damaged.Length)]];
            default:
                for (int n = dice.Below(6); n >= 0; n--)
                {
                    damaged[dice.Below(damaged.Length)] ^= (byte)(1 << dice.Below(8));
                }

                return damaged;
        }
    }

    /// <summary>Overwrites what the directory says of one entry: flags, method, checksum, sizes, offset.</summary>
    public static void Claim(byte[] zip, Dice dice)
    {
        int entry = 0;
        for (int skip = dice.Below(3); skip >= 0; skip--)
        {
            int next = zip.AsSpan(entry + 1).IndexOf("PK\u0001\u0002"u8);
            entry = next < 0 ? entry : entry + 1 + next;
        }

        (int offset, int bytes) = dice.Of((8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (42, 4));
        // 20 MB is below what a bomb is taken for, so it is read: honest ratings of that size would take as much memory.
        uint value = dice.Of(0u, 1u, 9u, 12u, 0x41u, 1000u, 20_000_000u, 0x7FFFFFFFu, 0xFFFFFFFEu, 0xFFFFFFFFu);
        if (entry + offset + bytes > zip.Length)
        {
            return;
        }

        if (bytes == 2)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(entry + offset), (ushort)value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(entry + offset), value);
        }
    }
}
