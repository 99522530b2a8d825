namespace Matinee.Imports.Reading;

/// <summary>Texts of files as messages may repeat them: short, on one line.</summary>
internal static class Excerpt
{
    private const int Longest = 80;

    public static string Of(string text)
    {
        string line = string.Concat(text.Take(Longest + 1).Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length > Longest ? line[..Longest] + "…" : line;
    }
}
