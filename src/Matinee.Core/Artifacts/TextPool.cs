using System.Collections.Concurrent;
using System.Text;

namespace Matinee.Core.Artifacts;

/// <summary>Keeps one of equal texts, and makes none to find that there is one: few genres and tags stand in many movies.</summary>
internal sealed class TextPool
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string[]> lists = new(StringComparer.Ordinal);

    public string Share(ReadOnlySpan<char> text)
    {
        var byText = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (byText.TryGetValue(text, out string? known))
        {
            return known;
        }

        string own = text.ToString();
        return texts.GetOrAdd(own, own);
    }

    /// <summary>A list of texts that was read from the same JSON; null where there was none yet.</summary>
    public string[]? ListOf(ReadOnlySpan<byte> json)
    {
        const int Longest = 512;
        if (json.Length > Longest)
        {
            return null;
        }

        Span<char> key = stackalloc char[Longest];
        var byText = lists.GetAlternateLookup<ReadOnlySpan<char>>();
        return byText.TryGetValue(key[..Encoding.UTF8.GetChars(json, key)], out string[]? known) ? known : null;
    }

    public string[] Share(ReadOnlySpan<byte> json, string[] list) =>
        lists.GetOrAdd(Encoding.UTF8.GetString(json), list);
}
