using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Artifacts;
using Matinee.Core.Texts;

namespace Matinee.Text;

/// <summary>What identifies an encoder's vectors: its files and every option that changes them.</summary>
internal static class EncoderFingerprint
{
    // Raised when this code computes other vectors from the same files and options.
    private const string Revision = "1";

    // Raised when this code makes another int8 model of the same file.
    private const string Int8Revision = "int8 1";

    public static string Of(TextEncoderOptions options)
    {
        string[] parts =
        [
            Revision,
            FileHashes.Sha256(options.ModelPath),
            FileHashes.Sha256(options.VocabPath),
            $"{options.Pooling}",
            $"{options.MaxTokens}",
            $"{options.Uncased}",
            options.QueryPrefix,
            options.DocumentPrefix,
            // Nothing where there was nothing before there was a choice, so that older vectors are found.
            .. options.Precision == TextPrecision.Int8 ? [Int8Revision] : Array.Empty<string>(),
        ];
        // Lengths, so that no two lists of parts read the same.
        string all = string.Concat(parts.Select(part => $"{part.Length}:{part}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }
}
