using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>What to say about a file that no format knows.</summary>
internal static class Unrecognised
{
    private const int MostShown = 80;

    private const string Accepted =
        "Accepted are exports of Letterboxd (ZIP or CSV), IMDb (CSV), Trakt (ZIP or JSON), TMDB (CSV), MovieLens (CSV), Jellyfin (JSON), "
        + "Plex (CSV or XML), NFO files (a folder or ZIP), and Matinee's own.";

    public static MatineeException Of(string name, IReadOnlyList<ImportEntry> entries) =>
        new(
            entries.Count switch
            {
                0 => $"{name} holds no files. {Accepted}",
                1 => $"{name} is no export that is known: it begins with '{Beginning(entries[0])}'. {Accepted}",
                _ =>
                    $"{name} is no export that is known: it holds {string.Join(", ", entries.Take(3).Select(entry => entry.Name))}{(entries.Count > 3 ? ", ..." : "")}. {Accepted}",
            }
        );

    private static string Beginning(ImportEntry entry)
    {
        string text = entry.Text;
        string line = text.TrimStart().Split('\n', 2)[0].TrimEnd();
        line = line.Length > MostShown ? line[..MostShown] + "..." : line;
        return string.Concat(line.Select(letter => char.IsControl(letter) ? '·' : letter));
    }
}
