using System.Net;
using System.Net.Http.Headers;

namespace Matinee.Data.Download;

/// <summary>Which content of an address a part file belongs to.</summary>
/// <param name="Bytes">Size of the whole, where the server said it.</param>
internal sealed record ZipVersion(Uri Url, string? ETag, DateTimeOffset? LastModified, long? Bytes)
{
    public static ZipVersion Of(Uri url, HttpResponseMessage response) =>
        new(
            url,
            // A weak tag doesn't promise equal bytes, and If-Range may not carry it (RFC 9110, 13.1.5).
            response.Headers.ETag
                is { IsWeak: false } tag
                ? tag.Tag
                : null,
            response.Content.Headers.LastModified,
            response.StatusCode == HttpStatusCode.PartialContent
                ? response.Content.Headers.ContentRange?.Length
                : response.Content.Headers.ContentLength
        );

    /// <summary>"Only if it is still the same", or null where the server gave nothing to tell by.</summary>
    public RangeConditionHeaderValue? Condition() =>
        ETag is not null ? new RangeConditionHeaderValue(ETag)
        : LastModified is { } time ? new RangeConditionHeaderValue(time)
        : null;

    /// <summary>False where <paramref name="other"/> contradicts this; a part it doesn't mention is no contradiction.</summary>
    public bool MayBe(ZipVersion other) =>
        (Bytes is null || other.Bytes is null || Bytes == other.Bytes)
        && (ETag is null || other.ETag is null || ETag == other.ETag);
}
