using Matinee.Core.Texts;

namespace Matinee.Imports;

/// <summary>Rows of one file about the same film become one film: its rating, its diary, its heart.</summary>
public static class FilmGrouping
{
    private const int SameTitles = 16;

    /// <summary>In the order of the films' first rows.</summary>
    public static IReadOnlyList<ImportedFilm> Group(ImportedFile file)
    {
        var groups = new List<FilmGroup>();
        var byNumber = new Dictionary<(char Of, long Number), FilmGroup>();
        var byTitle = new Dictionary<(string Title, int? Year), List<FilmGroup>>();
        foreach (ImportedRow row in file.Rows)
        {
            (string, int?) title = (FoldedText.Fold(row.Title), row.Year);
            FilmGroup group =
                ByNumber(row, byNumber)
                ?? (row.Title.Length > 0 ? byTitle.GetValueOrDefault(title)?.Find(other => other.Agrees(row)) : null)
                ?? Added(groups);
            group.Add(row);
            foreach ((char, long) number in Numbers(row.Numbers))
            {
                byNumber.TryAdd(number, group);
            }

            if (row.Title.Length > 0)
            {
                if (!byTitle.TryGetValue(title, out List<FilmGroup>? same))
                {
                    byTitle.Add(title, same = []);
                }

                // Remakes of one year are few; a file of nothing else would take the square of its rows.
                if (same.Count < SameTitles && !same.Contains(group))
                {
                    same.Add(group);
                }
            }
        }

        return [.. groups.Select(group => group.ToFilm(file.Source))];
    }

    // A row whose numbers belong to two films is the first's, by the surest number.
    private static FilmGroup? ByNumber(ImportedRow row, Dictionary<(char, long), FilmGroup> byNumber)
    {
        foreach ((char, long) number in Numbers(row.Numbers))
        {
            if (byNumber.TryGetValue(number, out FilmGroup? group) && group.Agrees(row))
            {
                return group;
            }
        }

        return null;
    }

    private static FilmGroup Added(List<FilmGroup> groups)
    {
        var group = new FilmGroup();
        groups.Add(group);
        return group;
    }

    private static IEnumerable<(char, long)> Numbers(FilmNumbers numbers)
    {
        if (numbers.Imdb is { } imdb)
        {
            yield return ('i', imdb);
        }

        if (numbers.Tmdb is { } tmdb)
        {
            yield return ('t', tmdb);
        }

        if (numbers.MovieLens is { } movieLens)
        {
            yield return ('m', movieLens);
        }
    }
}
