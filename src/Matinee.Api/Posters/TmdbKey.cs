using System.Net.Http.Headers;

namespace Matinee.Api.Posters;

/// <summary>
/// The operator's key to TMDB: an API key of version 3 (32 hexadecimal digits, sent in the query) or a read token of version 4 (three
/// parts with dots, sent as a bearer token). Its text leaves this type in requests to TMDB only.
/// </summary>
public sealed record TmdbKey
{
    private const int MostLetters = 2_000;

    private readonly string text;

    private TmdbKey(string text) => this.text = text;

    private bool IsToken => text.Contains('.', StringComparison.Ordinal);

    /// <exception cref="FormatException">It is neither; the message does not repeat it.</exception>
    public static TmdbKey Parse(string text) =>
        IsApiKey(text) || IsReadToken(text)
            ? new TmdbKey(text)
            : throw new FormatException(
                "an API key (32 hexadecimal digits) or a read token (three parts with dots) of TMDB"
            );

    /// <summary>Nothing of it: options are printed whole.</summary>
    public override string ToString() => "(secret)";

    /// <summary>A request for an address of the API, with the key.</summary>
    internal HttpRequestMessage Ask(Uri address)
    {
        if (IsToken)
        {
            return new(HttpMethod.Get, address)
            {
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", text) },
            };
        }

        string mark = address.Query.Length > 0 ? "&" : "?";
        return new(HttpMethod.Get, new Uri($"{address.AbsoluteUri}{mark}api_key={text}"));
    }

    private static bool IsApiKey(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigit);

    private static bool IsReadToken(string text) =>
        text.Length <= MostLetters
        && text.Split('.') is { Length: 3 } parts
        && parts.All(part => part.Length > 0 && part.All(IsBase64Url));

    private static bool IsBase64Url(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
