using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>A kind of export, which recognises itself by content and reads itself.</summary>
internal interface IImportFormat
{
    /// <summary>
    /// Whether the entries are of this kind: by the columns or the shape of one of them, and by their names only where content can't tell. What
    /// is malformed is no reason to throw here.
    /// </summary>
    bool Recognises(IReadOnlyList<ImportEntry> entries);

    /// <exception cref="MatineeException">Nothing of it can be used.</exception>
    ImportedFile Read(IReadOnlyList<ImportEntry> entries, ImportLimits limits, CancellationToken cancellation);
}
