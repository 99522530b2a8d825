using System.Text.Json;
using Matinee.Core;
using Matinee.Imports.Libraries;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Jellyfin;

/// <summary>
/// A saved answer of Jellyfin or Emby to <c>/Items</c> or <c>/Users/{id}/Items</c>, or its list of items alone. Every movie is
/// owned; played ones are watched, favourites are liked, a person's rating of 0 to 10 becomes stars.
/// </summary>
internal sealed class JellyfinFormat : IImportFormat
{
    private static readonly string[] Fields = ["\"ServerId\"", "\"UserData\"", "\"ProviderIds\"", "\"ProductionYear\""];

    public ImportSource Source => ImportSource.Jellyfin;

    public bool Recognises(ImportFiles files) => files.All.Any(IsList);

    public void Read(ImportFiles files, ImportRows rows)
    {
        var library = new LibraryRows("Jellyfin's", rows);
        foreach (ImportFile file in files.All.Where(IsList))
        {
            try
            {
                Read(file, library, rows);
            }
            // The latter: half a surrogate pair behind an escape.
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                throw BrokenFile.Json(file, exception);
            }
        }

        library.Finish();
        rows.NoteUnread(files.All.Where(file => !IsList(file)));
    }

    /// <summary>The entries of an answer; null where it is none.</summary>
    private static JsonElement? Items(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array ? root
        : JsonFields.Find(root, "Items") is { ValueKind: JsonValueKind.Array } items ? items
        : null;

    private static bool IsList(ImportFile file)
    {
        ReadOnlySpan<char> text = file.Opening.AsSpan().TrimStart();
        return (text.StartsWith("{") && Has(file, "\"Items\""))
            || (text.StartsWith("[") && Has(file, "\"Name\"") && Fields.Any(field => Has(file, field)));
    }

    private static bool Has(ImportFile file, string field) =>
        file.Opening.Contains(field, StringComparison.OrdinalIgnoreCase);

    private static void Read(ImportFile file, LibraryRows library, ImportRows rows)
    {
        using var json = JsonDocument.Parse(file.Text());
        JsonElement items =
            Items(json.RootElement)
            ?? throw new MatineeException(
                $"{Excerpt.Of(file.Name)} is no list of Jellyfin's: its \"Items\" are none. Save the answer to "
                    + "/Users/(your id)/Items?Recursive=true&IncludeItemTypes=Movie&Fields=ProviderIds,OriginalTitle."
            );
        int number = 0;
        foreach (JsonElement item in items.EnumerateArray())
        {
            JellyfinItem.Add(library, new ImportPlace(file.Name, ++number), item);
        }

        // Whoever saves an answer by hand easily saves its first page.
        if (JsonFields.Whole(json.RootElement, "TotalRecordCount") is { } total && total > number)
        {
            rows.Note(
                FormattableString.Invariant(
                    $"{Excerpt.Of(file.Name)} is a part of the library: {number} of {total} entries. Without Limit and StartIndex in its address there are all."
                )
            );
        }
    }
}
