using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Matinee.Api.Online;

/// <summary>
/// Writes and reads <c>recommendationId</c>s. The list stands in the id itself, signed: nothing has to be written for a list that is shown, and
/// every process that has the key knows every list.
/// </summary>
/// <param name="key">At least 32 bytes, the same in every process.</param>
internal sealed class ListIds(byte[] key)
{
    private const byte Version = 1;
    private const int ModelBytes = 8;
    private const int HeadBytes = 1 + ModelBytes + 4 + 4;
    private const int MostMovies = 100;
    private const int SignatureBytes = 12;
    private const int LongestId = (HeadBytes + (5 * MostMovies) + SignatureBytes) * 4 / 3 + 4;

    /// <param name="model">Any text; its last eight letters and digits are kept.</param>
    public string Write(string model, int? userId, long now, ReadOnlySpan<int> movieIds)
    {
        Span<byte> bytes = stackalloc byte[HeadBytes + (5 * MostMovies) + SignatureBytes];
        bytes[..HeadBytes].Clear();
        bytes[0] = Version;
        Encoding.ASCII.GetBytes(Shortened(model), bytes[1..]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(1 + ModelBytes)..], (uint)now);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[(1 + ModelBytes + 4)..], userId ?? 0);
        int at = HeadBytes;
        foreach (int id in movieIds[..Math.Min(MostMovies, movieIds.Length)])
        {
            at += WriteNumber(bytes[at..], (uint)id);
        }

        Sign(bytes[..at], bytes.Slice(at, SignatureBytes));
        return Base64Url.EncodeToString(bytes[..(at + SignatureBytes)]);
    }

    /// <returns>Null where no process with this key wrote it.</returns>
    public ServedList? Read(string text)
    {
        if (text.Length > LongestId || !Base64Url.IsValid(text))
        {
            return null;
        }

        byte[] bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length < HeadBytes + SignatureBytes || bytes[0] != Version)
        {
            return null;
        }

        ReadOnlySpan<byte> content = bytes.AsSpan(0, bytes.Length - SignatureBytes);
        ReadOnlySpan<byte> signature = bytes.AsSpan(bytes.Length - SignatureBytes);
        Span<byte> expected = stackalloc byte[SignatureBytes];
        Sign(content, expected);
        if (!CryptographicOperations.FixedTimeEquals(signature, expected))
        {
            return null;
        }

        int user = BinaryPrimitives.ReadInt32LittleEndian(content[(1 + ModelBytes + 4)..]);
        return new ServedList(
            Convert.ToHexStringLower(signature),
            Encoding.ASCII.GetString(content.Slice(1, ModelBytes)).TrimEnd('\0'),
            user == 0 ? null : user,
            BinaryPrimitives.ReadUInt32LittleEndian(content[(1 + ModelBytes)..]),
            ReadNumbers(content[HeadBytes..])
        );
    }

    /// <summary>How a model is named in ids and in what is counted.</summary>
    public static string Shortened(string model) =>
        string.Concat(model.Where(char.IsAsciiLetterOrDigit).TakeLast(ModelBytes));

    private void Sign(ReadOnlySpan<byte> content, Span<byte> signature)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, content, hash);
        hash[..SignatureBytes].CopyTo(signature);
    }

    // Seven bits a byte, the lowest first: ids of MovieLens take three bytes at most.
    private static int WriteNumber(Span<byte> bytes, uint number)
    {
        int count = 0;
        for (; number >= 0x80; number >>= 7)
        {
            bytes[count++] = (byte)(number | 0x80);
        }

        bytes[count++] = (byte)number;
        return count;
    }

    // Signed, so whole.
    private static int[] ReadNumbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new List<int>();
        uint number = 0;
        int shift = 0;
        foreach (byte one in bytes)
        {
            number |= (uint)(one & 0x7F) << shift;
            shift += 7;
            if (one < 0x80)
            {
                numbers.Add((int)number);
                number = 0;
                shift = 0;
            }
        }

        return [.. numbers];
    }
}
