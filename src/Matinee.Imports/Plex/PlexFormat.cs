using Matinee.Imports.Libraries;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Plex;

/// <summary>A Plex library as tables of ExportTools or WebTools-NG, or as the server's own XML.</summary>
internal sealed class PlexFormat : IImportFormat
{
    public ImportSource Source => ImportSource.Plex;

    public bool Recognises(ImportFiles files) => files.All.Any(Fits);

    public void Read(ImportFiles files, ImportRows rows)
    {
        var library = new LibraryRows("Plex's", rows);
        foreach (ImportFile file in files.All.Where(Fits))
        {
            if (PlexXml.Fits(file))
            {
                PlexXml.Read(file, library);
            }
            else
            {
                CsvTable.Read(file, rows, row => PlexTable.ReadRow(row, library));
            }
        }

        library.Finish();
        rows.NoteUnread(files.All.Where(file => !Fits(file)));
    }

    private static bool Fits(ImportFile file) => PlexXml.Fits(file) || PlexTable.Fits(file);
}
