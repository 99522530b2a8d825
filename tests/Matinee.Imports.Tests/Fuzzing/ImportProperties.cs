using Matinee.Imports.Imdb;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Tests.Fuzzing;

/// <summary>What holds of every import, whatever it was read from.</summary>
internal static class ImportProperties
{
    private const long EndOf2099 = 4_102_444_799;

    /// <param name="content">What was read; a table's rows are counted in it once more, the slow way.</param>
    public static void AssertSound(ImportedFile file, string name, byte[] content)
    {
        foreach (ImportedRow row in file.Rows)
        {
            Assert.True(row.Title.Length > 0 || !row.Numbers.IsEmpty);
            Assert.Equal(row.Title.Trim(), row.Title);
            Assert.InRange(row.Year ?? 2000, 1870, 2100);
            Assert.InRange(row.Stars ?? 1, 0.5f, 5f);
            Assert.Equal(0, (row.Stars ?? 1) % 0.5f);
            Assert.InRange(row.Time ?? 0, 0, EndOf2099);
            Assert.InRange(row.Numbers.Imdb ?? 1, 1, 9_999_999_999);
            Assert.InRange(row.Numbers.Tmdb ?? 1, 1, int.MaxValue);
            Assert.InRange(row.Numbers.MovieLens ?? 1, 1, int.MaxValue);
            Assert.True(row.Stars is not null || row.Facts != FilmFacts.None);
            Assert.InRange(row.Place.Row, 1, int.MaxValue);
        }

        Assert.All(file.Skipped, row => Assert.EndsWith(".", row.Reason, StringComparison.Ordinal));
        Assert.All(file.Skipped, row => Assert.DoesNotContain(row.What + row.Reason, char.IsControl));
        Assert.All(file.Notes, note => Assert.DoesNotContain(note, char.IsControl));
        ImportPlace[] places = [.. file.Rows.Select(row => row.Place), .. file.Skipped.Select(row => row.Place)];
        Assert.Equal(places.Length, places.Distinct().Count());
        if (TableRows(name, content) is { } count)
        {
            Assert.Equal(count, places.Length);
        }

        Assert.Equal(
            file.Rows.Select(row => row.Place.ToString()).Order(StringComparer.Ordinal),
            FilmGrouping
                .Group(file)
                .SelectMany(film => film.Rows)
                .Select(row => row.Place.ToString())
                .Order(StringComparer.Ordinal)
        );
    }

    // Lines that aren't blank, but for a table's header; null where they can't be told so simply.
    private static int? TableRows(string name, byte[] content)
    {
        string text = ImportText.Of(content);
        int header = ImdbList.IsList(new ImportFile(name, _ => content)) ? 0 : 1;
        return name.EndsWith(".csv", StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal)
            ? text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Count(line => !string.IsNullOrWhiteSpace(line))
                - header
            : null;
    }
}
