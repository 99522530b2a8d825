using System.Security.Cryptography;

namespace Matinee.Api.Posters;

/// <summary>A picture, of a kind that its first bytes prove: no answer passes for one that a browser might take for something else.</summary>
internal sealed record Poster(byte[] Bytes, string ContentType)
{
    public static IReadOnlyList<string> ContentTypes { get; } = ["image/jpeg", "image/png", "image/webp"];

    public string ETag => $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8))}\"";

    /// <returns>Null where the bytes are no picture.</returns>
    public static Poster? Of(byte[] bytes) => TypeOf(bytes) is { } type ? new Poster(bytes, type) : null;

    private static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ContentTypes[0]
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? ContentTypes[1]
        : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? ContentTypes[2]
        : null;
}
