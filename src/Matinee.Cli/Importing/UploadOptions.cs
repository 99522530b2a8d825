using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Matinee.Cli.Commands;
using Matinee.Cli.Retraining;
using Matinee.Cli.Terminal;
using Matinee.Client;
using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Imports.Review;
using Spectre.Console;
using Session = Matinee.Cli.Terminal.Session;

namespace Matinee.Cli.Importing;

/// <summary>Sends the import to a running server instead of writing files.</summary>
internal sealed class UploadOptions
{
    private readonly Option<Uri?> server = new("--server")
    {
        Description = $"Import into this server, whose key is in {ServerNotice.KeyVariable} where it asks for one.",
        HelpName = "url",
        CustomParser = ParseAddress,
    };

    private readonly Option<int?> userId = CommonOptions.UserId(
        "Whose ratings they are on the server; default: a new user's."
    );

    private readonly Option<bool> hideWatchlist = new("--hide-watchlist")
    {
        Description = "Never recommend what is on the watchlist (with --server).",
    };

    private readonly Option<bool> onlyLibrary = new("--only-library")
    {
        Description = "Recommend nothing but films of the library (with --server).",
    };

    public void AddTo(Command command, ImportOptions options)
    {
        command.Options.Add(server);
        command.Options.Add(userId);
        command.Options.Add(hideWatchlist);
        command.Options.Add(onlyLibrary);
        command.Validators.Add(result =>
        {
            bool there = result.GetResult(server) is not null;
            if (!there && ((Option[])[userId, hideWatchlist, onlyLibrary]).Any(one => IsGiven(result, one)))
            {
                result.AddError("--user-id, --hide-watchlist and --only-library go with --server.");
            }

            if (there && options.OnlyHere(result).ToArray() is { Length: > 0 } useless)
            {
                result.AddError(
                    $"With --server the server stores what is imported: {string.Join(", ", useless)} can't be given beside it."
                );
            }
        });
    }

    public bool IsWanted(ParseResult parsed) => parsed.GetValue(server) is not null;

    /// <exception cref="MatineeException">The server does not answer, or refuses.</exception>
    public async Task SendAsync(
        Session session,
        ParseResult parsed,
        ImportRequest request,
        ImportSubject subject,
        CancellationToken cancellation
    )
    {
        Uri address = parsed.GetValue(server)!;
        using var http = new HttpClient { BaseAddress = new Uri(address.ToString().TrimEnd('/') + "/") };
        if (Environment.GetEnvironmentVariable(ServerNotice.KeyVariable) is { Length: > 0 } key)
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        }

        var client = new MatineeClient(http);
        var upload = new ImportUpload(subject.Name, subject.Content())
        {
            HideWatchlist = parsed.GetValue(hideWatchlist),
            KeepToLibrary = parsed.GetValue(onlyLibrary),
        };
        try
        {
            ImportPreview preview = await client.PreviewImportAsync(upload, cancellation);
            // What brings nothing makes no new user.
            if (preview.Rows.Total == 0)
            {
                throw ImportSubject.Empty(subject.Name);
            }

            upload = upload with { Digest = preview.Digest, Choices = Choices(request.Choices, preview) };
            if (upload.KeepToLibrary && preview.Owned == 0)
            {
                throw new MatineeException(
                    $"{subject.Name} holds no film of a library that the server knows, so nothing would be recommended. Leave --only-library out."
                );
            }

            int id = parsed.GetValue(userId) ?? (await client.CreateUserAsync(cancellation: cancellation)).Id;
            ImportResult result = await client.ImportAsync(id, upload, cancellation);
            Show(session, address, result);
            if (request.Review is { } review)
            {
                int open = ReviewFilm.Write(review, result.Preview.Films.Select(Reviewed));
                session.Error.MarkupLineInterpolated(
                    $"{Counted.Of(open, "films to decide about")} written to [bold]{review}[/]: fill it in and pass it with --choices"
                );
            }
        }
        catch (MatineeApiException refused)
        {
            throw new MatineeException($"{address} refuses: {Advice(refused)}", refused);
        }
        catch (HttpRequestException away)
        {
            throw new MatineeException(
                $"{address} does not answer: {away.Message} Start it, or pass its address with --server.",
                away
            );
        }
    }

    private static Dictionary<string, int?>? Choices(string? path, ImportPreview preview) =>
        path is null
            ? null
            : Decisions
                .For(path, ReviewFile.Read(path), [.. preview.Films.Select(film => (film.Key, film.Title, film.Year))])
                .ToDictionary(decision => decision.Key, decision => Id(path, decision.Value));

    private static int? Id(string path, MovieReference? movie) =>
        movie is not { } named ? null
        : named.Numbering == MovieNumbering.MovieLens ? (int)named.Number
        : throw new MatineeException($"{path}: give {named} by its id on the server, which the candidates have.");

    private static ReviewFilm Reviewed(ImportFilm film) =>
        new(
            film.Key,
            film.Title,
            film.Year,
            film.Status,
            film.By,
            film.Movie?.Id,
            film.Candidates.Select(candidate => $"{candidate.Id} {candidate.Title}")
        );

    // The server speaks to programs.
    private static string Advice(MatineeApiException refused) =>
        refused.Type switch
        {
            ProblemTypes.UnknownUser => "there is no such user. Leave --user-id out for a new one.",
            ProblemTypes.UnknownRoute =>
                "it takes no imports there. Pass the address that its pages have, such as http://127.0.0.1:3000.",
            ProblemTypes.Unauthorized =>
                $"it asks for a key. Put a valid one of scope write into {ServerNotice.KeyVariable}.",
            _ => refused.Detail ?? refused.Message,
        };

    private static void Show(Session session, Uri address, ImportResult result)
    {
        ImportStored stored = result.Stored;
        session.Out.MarkupLineInterpolated(
            $"[bold]Imported for user {result.UserId}[/] from {result.Preview.SourceName}"
        );
        foreach (string note in result.Preview.Notes)
        {
            session.Out.MarkupLineInterpolated($"[dim]{note}[/]");
        }

        (int Count, string What)[] lines =
        [
            (stored.Ratings, "ratings"),
            (stored.Kept, "ratings kept, of which a later one was there already"),
            (stored.Watched, "films watched without a rating"),
            (stored.Liked, "films liked without a rating"),
            (stored.Hidden, "films of the watchlist, not to be recommended"),
            (stored.Allowed ?? 0, "films in the library, the only ones to be recommended"),
            (result.Preview.Rows.Ambiguous, "rows to decide about, left out: --review writes them"),
            (result.Preview.Rows.Unknown, "rows of films that the server does not know"),
            (result.Preview.Rows.Skipped, $"rows skipped: '{ProgramName.Typed} import' without --server says why"),
        ];
        foreach ((int count, string what) in lines.Where(line => line.Count > 0))
        {
            session.Out.WriteLine($"  {Counted.Of(count, what)}");
        }

        session.Out.WriteLine();
        session.RawOut.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  {new Uri(address, $"/u/{result.UserId}")}")
        );
    }

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static Uri? ParseAddress(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is ("http" or "https"))
        {
            return address;
        }

        result.AddError($"--server takes an address such as http://127.0.0.1:3000, not '{text}'.");
        return null;
    }
}
