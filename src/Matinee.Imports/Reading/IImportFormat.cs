namespace Matinee.Imports.Reading;

/// <summary>What one source exports. Another format is one more of these in <see cref="ImportReader.Formats"/>.</summary>
internal interface IImportFormat
{
    ImportSource Source { get; }

    /// <summary>By the files' names and openings; the first format that says yes reads all of them.</summary>
    bool Recognises(ImportFiles files);

    /// <summary>Each data row ends in <paramref name="rows"/>, kept or skipped; files that aren't read are named in a note.</summary>
    void Read(ImportFiles files, ImportRows rows);
}
