namespace Matinee.Api.Http;

internal static class KnownTag
{
    /// <summary>Whether the client has what this tag stands for.</summary>
    public static bool Knows(this HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.Any(tags => tags?.Contains(tag, StringComparison.Ordinal) == true);
}
