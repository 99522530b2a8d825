namespace Matinee.Api.Language;

/// <summary>The operator's key to a language model, sent to its address as a bearer token and shown nowhere.</summary>
public sealed record LanguageKey
{
    private const int MostLetters = 2_000;

    private LanguageKey(string text) => Text = text;

    internal string Text { get; }

    /// <exception cref="FormatException">No header could carry it; the message does not repeat it.</exception>
    public static LanguageKey Parse(string text) =>
        text.Length is > 0 and <= MostLetters && text.All(letter => letter is > ' ' and <= '~')
            ? new LanguageKey(text)
            : throw new FormatException($"1 to {MostLetters} letters, digits and signs without spaces");

    /// <summary>Nothing of it: options are printed whole.</summary>
    public override string ToString() => "(secret)";
}
