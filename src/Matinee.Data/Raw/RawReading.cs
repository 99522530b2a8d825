using System.Security.Cryptography;

namespace Matinee.Data.Raw;

/// <summary>One run over raw files: what was read, what was wrong with it, and who wants to know how far it is.</summary>
internal sealed class RawReading(
    bool skipBadRows,
    IProgress<PreprocessProgress>? progress,
    CancellationToken cancellation,
    string remedy = "Fix the line, or pass --skip-bad-rows to drop such lines and list them."
)
{
    // Listing them must not fill the memory, and data that is this bad is not the data that was meant.
    private const int MostSkipped = 1_000_000;
    private readonly List<SourceFile> sources = [];
    private readonly List<BadRow> skipped = [];
    private readonly List<string> notes = [];

    /// <summary>A small file that somebody wrote for us: no row is skipped, and the way out is to mend it.</summary>
    public static RawReading OfOwnFiles() =>
        new(skipBadRows: false, progress: null, CancellationToken.None, "Fix the line, or delete it.");

    /// <summary>Every file that was read to its end, with its checksum.</summary>
    public IReadOnlyList<SourceFile> Sources => sources;
    public IReadOnlyList<BadRow> Skipped => skipped;
    public IReadOnlyList<string> Notes => notes;

    public void Note(string note) => notes.Add(note);

    /// <exception cref="MatineeException">Bad rows are not to be skipped, or there is no end to them.</exception>
    public void Report(BadRow row)
    {
        if (!skipBadRows)
        {
            throw new MatineeException($"{row.Summary}. {remedy}");
        }

        skipped.Add(row with { Value = Excerpt.Kept(row.Value) });
        if (skipped.Count > MostSkipped)
        {
            throw new MatineeException(
                $"More than {MostSkipped} rows are malformed; the last is {row.Summary}. Are these the right files?"
            );
        }
    }

    /// <summary>Hands <paramref name="read"/> the file's bytes and records their checksum.</summary>
    public void Read(RawFile file, Action<Stream> read)
    {
        try
        {
            using Stream opened = file.Open();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var stream = new HashingStream(opened, hash, Advanced);
            read(stream);
            sources.Add(stream.Finish(file.Name));
        }
        catch (Exception exception)
            when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new MatineeException(
                $"{file.Name} can't be read: {exception.Message} Check the file, or get the data again.",
                exception
            );
        }

        void Advanced(long bytes)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(
                new PreprocessProgress($"reading {file.Name}", file.Length == 0 ? 1 : (double)bytes / file.Length)
            );
        }
    }
}
