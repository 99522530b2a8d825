using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>Where a format puts what it reads, within the limits.</summary>
internal sealed class ImportRows(string name, IImportFormat format, ImportLimits limits, CancellationToken cancellation)
{
    private const int NamedFiles = 8;

    private readonly List<ImportedRow> rows = [];
    private readonly List<SkippedRow> skipped = [];
    private readonly List<string> notes = [];
    private int oddTimes;

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
        skipped.Add(new SkippedRow(place, string.IsNullOrWhiteSpace(what) ? "(no title)" : Excerpt.Of(what), reason));
    }

    /// <summary>A sentence for people; said once.</summary>
    public void Note(string sentence)
    {
        if (!notes.Contains(sentence))
        {
            notes.Add(sentence);
        }
    }

    /// <summary>A date, in seconds since 1970 UTC; null where there is none, or one that can't be read: a note counts those.</summary>
    /// <param name="read">Null: <see cref="ImportTime.Of"/>.</param>
    public long? Time(string text, Func<string, long?>? read = null)
    {
        long? time = (read ?? ImportTime.Of)(text);
        oddTimes += time is null && text.Length > 0 ? 1 : 0;
        return time;
    }

    /// <summary>Names files of the export that nothing was read from, and those apart that another source has.</summary>
    public void NoteUnread(IEnumerable<ImportFile> files)
    {
        ILookup<bool, string> names = files.ToLookup(IsOfAnotherSource, file => Excerpt.Of(file.Name));
        NoteNames("Not read: ", [.. names[false]]);
        NoteNames("Not read, as they are of another source: ", [.. names[true]]);
    }

    private bool IsOfAnotherSource(ImportFile file) =>
        ImportReader.Formats.FirstOrDefault(other => other.Recognises(new ImportFiles(file.Name, [file]))) is { } other
        && other != format;

    private void NoteNames(string opening, string[] names)
    {
        if (names.Length > 0)
        {
            string more = names.Length > NamedFiles ? $" and {names.Length - NamedFiles} more" : "";
            Note($"{opening}{string.Join(", ", names.Take(NamedFiles))}{more}.");
        }
    }

    public ImportedFile ToFile()
    {
        if (oddTimes > 0)
        {
            Note(FormattableString.Invariant($"Dates that can't be read, left out: {oddTimes}."));
        }

        return new ImportedFile
        {
            Source = format.Source,
            Rows = rows,
            Skipped = skipped,
            Notes = notes,
        };
    }

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
