using System.Text.Json;
using Matinee.Client.Http;

namespace Matinee.Client;

public sealed partial class MatineeClient
{
    /// <summary>What a file would bring: which movie every row is, and what is doubtful. Nothing is stored.</summary>
    /// <exception cref="MatineeApiException"><see cref="ProblemTypes.UnreadableImport"/>: the message says what is wrong with the file.</exception>
    [Operation("previewImport")]
    public Task<ImportPreview> PreviewImportAsync(ImportUpload upload, CancellationToken cancellation = default) =>
        connection.SendAsync(
            HttpMethod.Post,
            new Address($"api/imports"),
            Form(upload),
            ClientJson.Default.ImportPreview,
            cancellation
        );

    /// <summary>Stores what a file brings, all of it or nothing. The same file again changes nothing.</summary>
    /// <exception cref="MatineeApiException">
    /// <see cref="ProblemTypes.UnreadableImport"/>, or <see cref="ProblemTypes.ImportChanged"/>: the preview was of another file or catalogue.
    /// </exception>
    [Operation("importFile")]
    public Task<ImportResult> ImportAsync(int userId, ImportUpload upload, CancellationToken cancellation = default)
    {
        MultipartFormDataContent form = Form(upload);
        form.Add(new StringContent(upload.HideWatchlist ? "hide" : "keep"), "watchlist");
        form.Add(new StringContent(upload.KeepToLibrary ? "only" : "keep"), "library");
        if (upload.Digest is { } digest)
        {
            form.Add(new StringContent(digest), "digest");
        }

        return connection.SendAsync(
            HttpMethod.Post,
            new Address($"api/users/{userId}/imports"),
            form,
            ClientJson.Default.ImportResult,
            cancellation
        );
    }

    /// <summary>A user's ratings as a file that others read, the latest first.</summary>
    [Operation("exportRatings")]
    public Task<ExportedFile> ExportRatingsAsync(
        int userId,
        ExportFormat format,
        CancellationToken cancellation = default
    ) => FileAsync(new Address($"api/users/{userId}/ratings/export").With("format", Name(format)), cancellation);

    /// <summary>A user's list as a file that others read, the best first.</summary>
    [Operation("exportRecommendations")]
    public Task<ExportedFile> ExportRecommendationsAsync(
        int userId,
        ExportFormat format,
        ListOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        FileAsync(
            (options ?? new()).Add(new Address($"api/recommendations/{userId}/export")).With("format", Name(format)),
            cancellation
        );

    private static MultipartFormDataContent Form(ImportUpload upload)
    {
        var form = new MultipartFormDataContent
        {
            { new ReadOnlyMemoryContent(upload.Content), "file", upload.FileName },
        };
        if (upload.Choices is { Count: > 0 } choices)
        {
            form.Add(
                new StringContent(
                    JsonSerializer.Serialize(choices, ClientJson.Default.IReadOnlyDictionaryStringNullableInt32)
                ),
                "choices"
            );
        }

        return form;
    }

    private async Task<ExportedFile> FileAsync(Address address, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await connection
            .SendAsync(HttpMethod.Get, address, null, cancellation)
            .ConfigureAwait(false);
        HttpContent content = response.Content;
        return new ExportedFile(
            content.Headers.ContentDisposition?.FileName?.Trim('"') ?? "",
            content.Headers.ContentType?.MediaType ?? "",
            await content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false)
        );
    }

    private static string Name(ExportFormat format) => JsonNamingPolicy.KebabCaseLower.ConvertName(format.ToString());
}
