using Matinee.Imports.Reading;

namespace Matinee.Imports.Imdb;

/// <summary>A text of IMDb numbers or title pages, one a line: what one means to see.</summary>
internal static class ImdbList
{
    /// <summary>By its first line that isn't blank.</summary>
    public static bool IsList(ImportFile file)
    {
        ReadOnlySpan<char> text = file.Opening.AsSpan().TrimStart();
        int end = text.IndexOfAny('\r', '\n');
        return Number((end < 0 ? text : text[..end]).ToString()) is not null;
    }

    public static void Read(ImportFile file, ImportRows rows)
    {
        int line = 0;
        foreach (ReadOnlySpan<char> text in file.Text().AsSpan().EnumerateLines())
        {
            line++;
            ReadOnlySpan<char> entry = text.Trim();
            if (entry.IsEmpty)
            {
                continue;
            }

            var place = new ImportPlace(file.Name, line);
            if (entry.Length < 200 && Number(entry.ToString()) is { } number)
            {
                rows.Add(new ImportedRow(place) { Numbers = new FilmNumbers(Imdb: number), Facts = FilmFacts.Wanted });
            }
            else
            {
                rows.Skip(
                    place,
                    entry[..Math.Min(entry.Length, 200)].ToString(),
                    "It is not a number such as tt0114709."
                );
            }
        }
    }

    private static long? Number(string line)
    {
        line = line.Trim().TrimEnd(',');
        int title = line.IndexOf("imdb.com/title/tt", StringComparison.OrdinalIgnoreCase);
        bool bare =
            line.StartsWith("tt", StringComparison.OrdinalIgnoreCase)
            && !line.AsSpan(2).ContainsAnyExceptInRange('0', '9');
        return bare || title >= 0 ? ImportNumbers.Imdb(line[Math.Max(title, 0)..]) : null;
    }
}
