namespace Matinee.Api.Search;

/// <summary>The words of a folded text: its runs of letters and digits.</summary>
internal ref struct WordSplitter(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    /// <summary>Where the current word starts in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where the next character after the current word is.</summary>
    public int End { get; private set; }

    public readonly ReadOnlySpan<char> Current => text[Start..End];

    /// <summary>Whether one sign and no space stands between the word before and this one, as in <c>spider-man</c>.</summary>
    public bool IsGlued { get; private set; }

    public bool MoveNext()
    {
        int next = End;
        while (next < text.Length && !char.IsLetterOrDigit(text[next]))
        {
            next++;
        }

        if (next == text.Length)
        {
            return false;
        }

        IsGlued = End > 0 && next == End + 1 && text[End] is not (' ' or '(' or ')' or ',');
        Start = next;
        while (next < text.Length && char.IsLetterOrDigit(text[next]))
        {
            next++;
        }

        End = next;
        return true;
    }
}
