namespace Matinee.Imports;

/// <summary>A file, or several of one export, as rows: each data row there is is either in <see cref="Rows"/> or in <see cref="Skipped"/>.</summary>
public sealed record ImportedFile
{
    public required ImportSource Source { get; init; }

    /// <summary>In the order of the files and lines.</summary>
    public required IReadOnlyList<ImportedRow> Rows { get; init; }

    public IReadOnlyList<SkippedRow> Skipped { get; init; } = [];

    /// <summary>Sentences for people: how stars were rescaled, which files of an archive were not read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
