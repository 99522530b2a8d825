namespace Matinee.Imports.Reading;

/// <summary>The first line that isn't blank, as a table's header.</summary>
/// <param name="Separator">Comma, semicolon, tab or bar: spreadsheets save what they opened with another.</param>
/// <param name="Columns">As the file writes them.</param>
internal sealed record CsvHeader(char Separator, IReadOnlyList<string> Columns)
{
    private readonly HashSet<string> keys = [.. Columns.Select(Key)];

    public static CsvHeader Of(string opening)
    {
        string line = opening.AsSpan().TrimStart().ToString();
        int end = line.AsSpan().IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        char separator = ",;\t|".MaxBy(letter => line.Count(other => other == letter));
        return new CsvHeader(separator, [.. line.Split(separator).Select(name => name.Trim().Trim('"'))]);
    }

    /// <summary>Whether there is such a column, whatever its case, spaces and signs: <c>tmdbid</c> is <c>TMDb ID</c>.</summary>
    public bool Has(string key) => keys.Contains(key);

    /// <summary>Letters and digits in lower case: what a column's name comes down to.</summary>
    public static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
