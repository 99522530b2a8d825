using Matinee.Api.Access;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Imports;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Api.Store;
using Matinee.Imports.Preview;

namespace Matinee.Api.Endpoints;

/// <summary>What people bring from other sites and from their servers: looked at first, then stored.</summary>
/// <param name="origins">Pages of other sites that may send files.</param>
internal sealed class ImportEndpoints(ServingContext serving, ImportPlaces places, IReadOnlyList<string> origins)
{
    private const string Tag = "Imports";

    // A large file comes slowly over a slow line: longer than other requests may take.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public void Map(IEndpointRouteBuilder app)
    {
        app.Post(
            "/api/imports",
            new Described("previewImport", Tag, "What a file of ratings would bring; nothing is stored")
            {
                Description =
                    "Reads exports of Letterboxd, IMDb, Trakt, TMDB, MovieLens, Jellyfin, Plex and of this server, and says of every row which "
                    + "movie it is: `matched`, `ambiguous` (with candidates), `unknown` or skipped, with the reason.",
                Needs = new NeedsAccess(AccessScope.Read),
                Form = [ImportForm.File, ImportForm.ChoicesField],
                MostBytes = ImportForm.MostBytes,
                TakesItsTime = true,
                Answer = typeof(ImportPreview),
                Problems = [ProblemKind.WrongOrigin, ProblemKind.UnreadableImport],
            },
            Preview
        );
        app.Post(
            "/api/users/{user_id}/imports",
            new Described("importFile", Tag, "Store what a file of ratings brings")
            {
                Description =
                    "All of it or nothing: ratings, and what was watched or liked without a rating. Films that are ambiguous, unknown or left out are "
                    + "not stored, and the answer names them. A rating given here later than the file's stays. Importing the same file again changes nothing.",
                Parameters = [CommonParameters.UserId],
                Form =
                [
                    ImportForm.File,
                    ImportForm.ChoicesField,
                    ImportForm.WatchlistField,
                    ImportForm.LibraryField,
                    ImportForm.DigestField,
                ],
                MostBytes = ImportForm.MostBytes,
                TakesItsTime = true,
                Answer = typeof(ImportAnswer),
                Problems =
                [
                    ProblemKind.WrongOrigin,
                    ProblemKind.UnknownUser,
                    ProblemKind.UnreadableImport,
                    ProblemKind.ImportChanged,
                ],
            },
            Store
        );
    }

    private async Task Preview(HttpContext http)
    {
        ServedModel model = serving.Model;
        (_, ImportReading.Read read) = await ReadAsync(http, model);
        await http.WriteAsync(ImportPreview.Of(read.Plan, read.Digest, model.Catalog), ApiJson.Readable.ImportPreview);
    }

    private async Task Store(HttpContext http)
    {
        int id = http.UserId();
        ServedModel model = serving.Model;
        Person person = await serving.People.GetAsync(id, model, http.RequestAborted);
        (ImportForm form, ImportReading.Read read) = await ReadAsync(http, model);
        if (form.KeepsToLibrary && read.Plan.Owned.Count == 0)
        {
            throw ProblemKind.Validation.Because(
                "library is 'only', and the file holds no film of a library that is known here: nothing would be recommended."
            );
        }

        (UserImport import, ImportStored stored) = ImportWriting.Of(
            read.Plan,
            person,
            model,
            form.HidesWatchlist,
            form.KeepsToLibrary,
            serving.Now
        );
        // Whoever hangs up now does not take it back.
        UserRecord record = await serving.Store.ImportAsync(id, import, CancellationToken.None);
        Person after = serving.People.Get(record, model);
        await http.WriteAsync(
            new ImportAnswer
            {
                UserId = id,
                Stored = stored,
                TotalRatings = after.Ratings.Length,
                Preview = ImportPreview.Of(read.Plan, read.Digest, model.Catalog),
            },
            ApiJson.Readable.ImportAnswer
        );
    }

    private async Task<(ImportForm Form, ImportReading.Read Read)> ReadAsync(HttpContext http, ServedModel model)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        CancellationToken cancellation = patience.Token;
        try
        {
            return await places.WithOneAsync(
                async () =>
                {
                    ImportForm form = await ImportForm.ReadAsync(http, origins, cancellation);
                    return (form, await Task.Run(() => ImportReading.Plan(form, model, cancellation), cancellation));
                },
                cancellation
            );
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            throw ProblemKind.Timeout.Because("The file did not arrive in time. Send it again, or a smaller one.");
        }
    }
}
