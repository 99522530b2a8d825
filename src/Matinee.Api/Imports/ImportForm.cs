using System.Globalization;
using System.Text.Json;
using Matinee.Api.Access;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Imports.Reading;
using Microsoft.AspNetCore.Http.Features;

namespace Matinee.Api.Imports;

/// <summary>What is sent to be imported: a file, and what is to become of it. It is held in memory and never written anywhere.</summary>
internal sealed record ImportForm(string FileName, ReadOnlyMemory<byte> Content)
{
    public static readonly FormField File = new(
        "file",
        "A Letterboxd ZIP or CSV, an IMDb CSV, Trakt's JSON or ZIP, a TMDB CSV, a MovieLens CSV, a list of Jellyfin's, Plex's or NFO files in a ZIP, or what Matinee exports."
    )
    {
        IsFile = true,
        Required = true,
    };

    public static readonly FormField ChoicesField = new(
        "choices",
        "Which movies the films are that nobody can tell: a JSON object of the preview's keys and movie ids, such as {\"ratings.csv:12\": 260}. Null leaves a film out."
    );

    public static readonly FormField WatchlistField = new(
        "watchlist",
        "What becomes of wanted movies: nothing, or they are hidden from recommendations."
    )
    {
        Choices = ["keep", "hide"],
    };

    public static readonly FormField LibraryField = new(
        "library",
        "What becomes of owned movies: nothing, or they are the only ones to recommend from now on."
    )
    {
        Choices = ["keep", "only"],
    };

    public static readonly FormField DigestField = new(
        "digest",
        "The preview's digest. Where the file would now be read otherwise, nothing is stored (409)."
    );

    private const int LongestFields = 1 << 20;
    private const int MostChoices = 100_000;

    /// <summary>Of a whole form.</summary>
    public static readonly long MostBytes = new ImportLimits().FileBytes + 2L * LongestFields;

    /// <summary>Movie ids by key; null: left out.</summary>
    public IReadOnlyDictionary<string, int?> Choices { get; init; } = new Dictionary<string, int?>();

    public bool HidesWatchlist { get; init; }
    public bool KeepsToLibrary { get; init; }
    public string? Digest { get; init; }

    public static async Task<ImportForm> ReadAsync(
        HttpContext http,
        IReadOnlyList<string> origins,
        CancellationToken cancellation
    )
    {
        // Any page may send a form anywhere, without asking first as it must for JSON.
        if (!OriginCheck.Allows(http.Request, origins))
        {
            throw RequestChecks.WrongOrigin();
        }

        if (!http.Request.HasFormContentType)
        {
            throw ProblemKind.MediaType.Because(
                "Send the file in a form, as multipart/form-data: curl -F file=@letterboxd.zip …"
            );
        }

        IFormCollection form = await FormAsync(http, cancellation);
        var errors = new Errors();
        if (form.Files is not [{ Name: "file" } file])
        {
            throw new ProblemException(
                ProblemKind.Validation.With(
                    "The form must have one file, in the field 'file': curl -F file=@letterboxd.zip …",
                    new Dictionary<string, string[]> { [File.Name] = ["file must be one file."] }
                )
            );
        }

        using var content = new MemoryStream(checked((int)file.Length));
        await file.CopyToAsync(content, cancellation);
        var read = new ImportForm(file.FileName, content.GetBuffer().AsMemory(0, (int)content.Length))
        {
            Choices = ChoicesOf(form[ChoicesField.Name], errors),
            HidesWatchlist = Chosen(form, WatchlistField, errors) == "hide",
            KeepsToLibrary = Chosen(form, LibraryField, errors) == "only",
            Digest = form[DigestField.Name] is [{ Length: > 0 } digest] ? digest : null,
        };
        errors.ThrowIfAny();
        return read;
    }

    private static async Task<IFormCollection> FormAsync(HttpContext http, CancellationToken cancellation)
    {
        try
        {
            return await http.Request.ReadFormAsync(
                new FormOptions
                {
                    // Larger parts would go to files.
                    MemoryBufferThreshold = checked((int)MostBytes),
                    MultipartBodyLengthLimit = MostBytes,
                    ValueLengthLimit = LongestFields,
                    ValueCountLimit = 16,
                },
                cancellation
            );
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw ProblemKind.TooLarge.Because(
                $"A file may have {new ImportLimits().FileBytes >> 20} MiB, which exports of ratings do not reach. Is it the right one?"
            );
        }
        catch (InvalidDataException exception)
        {
            throw ProblemKind.Validation.Because($"The form can't be read: {exception.Message}");
        }
    }

    private static string Chosen(IFormCollection form, FormField field, Errors errors)
    {
        string value = form[field.Name] is [{ } text] ? text : field.Choices[0];
        if (!field.Choices.Contains(value))
        {
            errors.Add(
                field.Name,
                $"{field.Name} must be {string.Join(" or ", field.Choices)}, not '{QueryReader.Shown(value)}'."
            );
        }

        return value;
    }

    private static Dictionary<string, int?> ChoicesOf(string? json, Errors errors)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return [];
        }

        try
        {
            Dictionary<string, int?> choices =
                JsonSerializer.Deserialize(json, ApiJson.Readable.DictionaryStringNullableInt32) ?? [];
            if (choices.Count <= MostChoices)
            {
                return choices;
            }

            errors.Add(
                ChoicesField.Name,
                string.Create(CultureInfo.InvariantCulture, $"choices may have {MostChoices} entries at most.")
            );
        }
        catch (JsonException)
        {
            errors.Add(
                ChoicesField.Name,
                "choices must be a JSON object of keys and movie ids, such as {\"ratings.csv:12\": 260}."
            );
        }

        return [];
    }
}
