using System.Buffers.Text;
using System.Text;

namespace Matinee.Data.Synthetic;

/// <summary>CSV rows as bytes, formatted without strings.</summary>
internal sealed class RowBuffer
{
    // Two ids of at most 10 digits, stars, a timestamp of at most 19 digits, three commas and a line feed.
    private const int LongestRating = 46;
    private byte[] bytes = new byte[1 << 16];
    private int length;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public void Clear() => length = 0;

    /// <param name="halfStars">Twice the stars.</param>
    public void AppendRating(int userId, int movieId, int halfStars, long timestamp)
    {
        Reserve(LongestRating);
        Append(userId);
        Append((byte)',');
        Append(movieId);
        Append((byte)',');
        Append((byte)('0' + halfStars / 2));
        Append((byte)'.');
        Append((byte)(halfStars % 2 == 0 ? '0' : '5'));
        Append((byte)',');
        Append(timestamp);
        Append((byte)'\n');
    }

    public void AppendTag(int userId, int movieId, string tag, long timestamp)
    {
        Reserve(LongestRating + Encoding.UTF8.GetMaxByteCount(tag.Length));
        Append(userId);
        Append((byte)',');
        Append(movieId);
        Append((byte)',');
        length += Encoding.UTF8.GetBytes(tag, bytes.AsSpan(length));
        Append((byte)',');
        Append(timestamp);
        Append((byte)'\n');
    }

    private void Append(byte value) => bytes[length++] = value;

    private void Append(long value)
    {
        Utf8Formatter.TryFormat(value, bytes.AsSpan(length), out int written);
        length += written;
    }

    private void Reserve(int size)
    {
        if (bytes.Length - length < size)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, length + size));
        }
    }
}
