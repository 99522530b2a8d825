using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Matinee.Data.Download;

/// <summary>An md5 or SHA-256 of a file, in lower-case hexadecimal.</summary>
public sealed partial record Checksum
{
    private const int Md5Digits = 32;
    private const int Sha256Digits = 64;

    private Checksum(string hex) => Hex = hex.ToLowerInvariant();

    public string Hex { get; }

    public string Algorithm => Hex.Length == Md5Digits ? "md5" : "sha256";

    /// <summary>Takes 32 hexadecimal digits for an md5 and 64 for a SHA-256.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Checksum? checksum)
    {
        string trimmed = text?.Trim() ?? "";
        checksum =
            trimmed.Length is Md5Digits or Sha256Digits && trimmed.All(char.IsAsciiHexDigit)
                ? new Checksum(trimmed)
                : null;
        return checksum is not null;
    }

    /// <summary>Finds the md5 in an <c>.md5</c> file: <c>MD5 (ml-1m.zip) = hex</c> or <c>hex  ml-1m.zip</c>.</summary>
    internal static Checksum? FindMd5(string fileText) =>
        Md5Word().Match(fileText) is { Success: true } match ? new Checksum(match.Value) : null;

    /// <summary>The checksum of <paramref name="content"/> by this one's algorithm.</summary>
    [SuppressMessage(
        "Security",
        "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "MD5 is what GroupLens publishes; it guards against damage, HTTPS against forgery."
    )]
    internal async Task<Checksum> OfAsync(Stream content, CancellationToken cancellation)
    {
        byte[] hash =
            Hex.Length == Md5Digits
                ? await MD5.HashDataAsync(content, cancellation)
                : await SHA256.HashDataAsync(content, cancellation);
        return new Checksum(Convert.ToHexStringLower(hash));
    }

    [GeneratedRegex(@"\b[0-9a-fA-F]{32}\b")]
    private static partial Regex Md5Word();
}
