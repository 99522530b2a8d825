using Matinee.Imports.Reading;

namespace Matinee.Imports.Letterboxd;

/// <summary>Letterboxd's export as its zip, its folder or one of its files, and the format in which it imports.</summary>
internal sealed class LetterboxdFormat : IImportFormat
{
    public ImportSource Source => ImportSource.Letterboxd;

    public bool Recognises(ImportFiles files) =>
        files.All.Any(file => LetterboxdFile.IsExport(file) || LetterboxdImport.IsTable(file));

    public void Read(ImportFiles files, ImportRows rows)
    {
        var unread = new List<ImportFile>();
        foreach (ImportFile file in files.All)
        {
            if (LetterboxdFile.IsExport(file) && LetterboxdFile.Kind(file, alone: files.All.Count == 1) is { } kind)
            {
                CsvTable.Read(file, rows, row => LetterboxdFile.ReadRow(row, kind, rows));
            }
            else if (LetterboxdImport.IsTable(file) && !file.Name.Contains('/', StringComparison.Ordinal))
            {
                LetterboxdImport.Read(file, rows);
            }
            else
            {
                unread.Add(file);
            }
        }

        rows.Note("Letterboxd's half stars are taken as they are.");
        rows.NoteUnread(unread);
    }
}
