using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Matinee.Api.Web;

/// <summary>A file of the web interface in memory, with what is said about it.</summary>
internal sealed class WebFile
{
    private const string AYear = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    /// <param name="path">From the folder's root, with slashes.</param>
    /// <param name="gzip">The same compressed; null where that does not pay.</param>
    public WebFile(string path, byte[] plain, byte[]? gzip, byte[]? brotli)
    {
        Plain = plain;
        Gzip = gzip;
        Brotli = brotli;
        ContentType = TypeOf(Path.GetExtension(path));
        // The build names what lies there by its content: it never changes.
        CacheControl = path.StartsWith("/assets/", StringComparison.Ordinal) ? AYear : AskAgain;
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 8))}\"";
    }

    public byte[] Plain { get; }
    public byte[]? Gzip { get; }
    public byte[]? Brotli { get; }
    public StringValues ContentType { get; }
    public StringValues CacheControl { get; }
    public string ETag { get; }

    private static string TypeOf(string extension) =>
        extension switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".woff2" => "font/woff2",
            ".json" => "application/json",
            ".txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        };
}
