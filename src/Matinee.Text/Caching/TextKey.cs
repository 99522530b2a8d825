using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Matinee.Text.Caching;

/// <summary>What a cache knows a text by: the first 128 bits of a SHA-256.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TextKey(ulong High, ulong Low)
{
    public const int Bytes = 16;

    public static TextKey Of(string text, TextRole role) => Of(Encoding.UTF8.GetBytes($"{role}\n{text}"));

    public static TextKey Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Unsafe.ReadUnaligned<TextKey>(ref hash[0]);
    }
}
