namespace Matinee.Api.Http;

internal static class Words
{
    /// <summary>Such as <c>a, b or c</c>.</summary>
    public static string Either(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}
