namespace Matinee.Imports.Exports;

/// <summary>IMDb ids, one a line.</summary>
internal static class ImdbIdExport
{
    public static int Write(Stream stream, IReadOnlyList<ExportedFilm> films)
    {
        int left = 0;
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (ExportedFilm film in films)
        {
            if (film.ImdbId is { } id)
            {
                writer.WriteLine(id);
            }
            else
            {
                left++;
            }
        }

        return left;
    }
}
