using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>Where a format puts what it reads, within the limits.</summary>
internal sealed class ImportRows(string name, ImportLimits limits, CancellationToken cancellation)
{
    private const int NamedFiles = 8;

    private readonly List<ImportedRow> rows = [];
    private readonly List<SkippedRow> skipped = [];
    private readonly List<string> notes = [];

    public ImportLimits Limits => limits;

    public void Add(ImportedRow row)
    {
        Count();
        rows.Add(row);
    }

    /// <param name="what">The row's title, or its beginning.</param>
    /// <param name="reason">A sentence.</param>
    public void Skip(ImportPlace place, string what, string reason)
    {
        Count();
        skipped.Add(new SkippedRow(place, Excerpt.Of(what), reason));
    }

    /// <summary>A sentence for people; said once.</summary>
    public void Note(string sentence)
    {
        if (!notes.Contains(sentence))
        {
            notes.Add(sentence);
        }
    }

    /// <summary>Names files of the export that nothing was read from.</summary>
    public void NoteUnread(IEnumerable<ImportFile> files)
    {
        string[] names = [.. files.Select(file => Excerpt.Of(file.Name))];
        if (names.Length > 0)
        {
            string more = names.Length > NamedFiles ? $" and {names.Length - NamedFiles} more" : "";
            Note($"Not read: {string.Join(", ", names.Take(NamedFiles))}{more}.");
        }
    }

    public ImportedFile ToFile(ImportSource source) =>
        new()
        {
            Source = source,
            Rows = rows,
            Skipped = skipped,
            Notes = notes,
        };

    private void Count()
    {
        cancellation.ThrowIfCancellationRequested();
        if (rows.Count + skipped.Count >= limits.Rows)
        {
            throw new MatineeException(
                $"{Excerpt.Of(name)} has more than {limits.Rows} rows, which is as many as are read. Bring it in parts."
            );
        }
    }
}
