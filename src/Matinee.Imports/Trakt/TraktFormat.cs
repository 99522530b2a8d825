using System.Text.Json;
using Matinee.Core;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Trakt;

/// <summary>Trakt's JSON, as its API answers and its export's files hold it: ratings, history, watched, watchlist, collection.</summary>
internal sealed class TraktFormat : IImportFormat
{
    private static readonly string[] Kinds = ["\"movie\"", "\"show\"", "\"episode\"", "\"season\""];

    public ImportSource Source => ImportSource.Trakt;

    public bool Recognises(ImportFiles files) => files.All.Any(IsList);

    public void Read(ImportFiles files, ImportRows rows)
    {
        var unread = new List<ImportFile>();
        foreach (ImportFile file in files.All)
        {
            if (!IsList(file) || TraktFileKind.IsOther(file.FileName) || !Read(file, rows))
            {
                unread.Add(file);
            }
        }

        // Lists that nothing stands in need no mention.
        rows.NoteUnread(unread.Where(file => file.Opening.Trim() is not ("[]" or "")));
    }

    private static bool IsList(ImportFile file) =>
        file.Opening.AsSpan().TrimStart().StartsWith("[")
        && file.Opening.Contains("\"ids\"", StringComparison.Ordinal)
        && Kinds.Any(kind => file.Opening.Contains(kind, StringComparison.Ordinal));

    private static bool Read(ImportFile file, ImportRows rows)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                file.Utf8(),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return false;
            }

            FilmFacts listed = TraktFileKind.Listed(file.FileName);
            int number = 0;
            foreach (JsonElement entry in document.RootElement.EnumerateArray())
            {
                TraktEntry.Read(entry, new ImportPlace(file.Name, ++number), listed, rows);
            }

            return true;
        }
        // The latter two: a lone surrogate behind an escape, and letters that are no UTF-8.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MatineeException(
                $"{Excerpt.Of(file.Name)} is not whole: {Excerpt.Of(exception.Message)} Export it again.",
                exception
            );
        }
    }
}
