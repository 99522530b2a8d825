using System.Collections.Concurrent;
using System.Text;

namespace Matinee.Core.Artifacts;

/// <summary>Keeps one of equal texts, and of equal lists: few genres and tags stand in many movies. For any number of threads.</summary>
internal sealed class TextPool
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string[]> lists = new(StringComparer.Ordinal);

    public string Share(string text) => texts.GetOrAdd(text, text);

    /// <param name="json">What the list was read from.</param>
    public string[] Share(ReadOnlySpan<byte> json, string[] list) =>
        lists.GetOrAdd(Encoding.UTF8.GetString(json), list);
}
