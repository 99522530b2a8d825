using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Matinee.Api.Access;

/// <summary>
/// A key or a session's token as it is handed out: <c>matinee_0123456789abcdef_…</c>, a public id and 256 random bits. Only the hash
/// of the latter is stored; so many random bits need no slow hash (NIST SP 800-63B, 5.1.2.2, on secrets that are looked up).
/// </summary>
internal readonly record struct Credential
{
    private const string Prefix = "matinee_";
    private const int IdLength = 16;
    private const int SecretLength = 43;

    private Credential(string id, string secret)
    {
        Id = id;
        Secret = secret;
    }

    public string Id { get; }

    private string Secret { get; }

    public static Credential New() => new(RandomNumberGenerator.GetHexString(IdLength, lowercase: true), NewSecret());

    public static bool TryParse(string? text, out Credential credential)
    {
        credential = default;
        if (
            text is null
            || text.Length != Prefix.Length + IdLength + 1 + SecretLength
            || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || text[Prefix.Length + IdLength] != '_'
        )
        {
            return false;
        }

        string id = text.Substring(Prefix.Length, IdLength);
        string secret = text[^SecretLength..];
        if (!id.All(char.IsAsciiHexDigitLower) || !secret.All(IsBase64Url))
        {
            return false;
        }

        credential = new Credential(id, secret);
        return true;
    }

    /// <summary>32 bytes: SHA-256 of the secret.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Secret));

    /// <summary>Takes as long whether they are alike or not, and also where there is none to compare with.</summary>
    public bool Matches(byte[]? hash) =>
        CryptographicOperations.FixedTimeEquals(Hash(), hash ?? new byte[SHA256.HashSizeInBytes]);

    /// <summary>The secret is in it: for the one who gets it, never for a log.</summary>
    public string Text => $"{Prefix}{Id}_{Secret}";

    public override string ToString() => $"{Prefix}{Id}_…";

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static bool IsBase64Url(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
