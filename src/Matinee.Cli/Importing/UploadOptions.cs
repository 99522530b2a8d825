using System.CommandLine;
using System.Globalization;
using Matinee.Cli.Commands;
using Matinee.Cli.Retraining;
using Matinee.Cli.Terminal;
using Matinee.Client;
using Matinee.Core;
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
        CustomParser = result =>
        {
            bool right =
                Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? address)
                && address.Scheme is "http" or "https";
            if (!right)
            {
                result.AddError(
                    $"--server takes an address such as http://127.0.0.1:3000, not '{result.Tokens[0].Value}'."
                );
            }

            return address;
        },
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

    public void AddTo(Command command)
    {
        command.Options.Add(server);
        command.Options.Add(userId);
        command.Options.Add(hideWatchlist);
        command.Options.Add(onlyLibrary);
        command.Validators.Add(result =>
        {
            if (
                result.GetValue(server) is null
                && (
                    result.GetValue(userId) is not null
                    || result.GetValue(hideWatchlist)
                    || result.GetValue(onlyLibrary)
                )
            )
            {
                result.AddError("--user-id, --hide-watchlist and --only-library go with --server.");
            }
        });
    }

    public bool IsWanted(ParseResult parsed) => parsed.GetValue(server) is not null;

    /// <exception cref="MatineeException">The server does not answer, or refuses.</exception>
    public async Task<int> SendAsync(
        Session session,
        ParseResult parsed,
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
            // What can't be read makes no new user.
            ImportPreview preview = await client.PreviewImportAsync(upload, cancellation);
            int id = parsed.GetValue(userId) ?? (await client.CreateUserAsync(cancellation: cancellation)).Id;
            ImportResult result = await client.ImportAsync(id, upload with { Digest = preview.Digest }, cancellation);
            Show(session, address, result);
            return 0;
        }
        catch (MatineeApiException refused)
        {
            throw new MatineeException($"{address} refuses: {refused.Detail ?? refused.Message}", refused);
        }
        catch (HttpRequestException away)
        {
            throw new MatineeException(
                $"{address} does not answer: {away.Message} Start it, or pass its address with --server.",
                away
            );
        }
    }

    private static void Show(Session session, Uri address, ImportResult result)
    {
        ImportStored stored = result.Stored;
        session.Out.MarkupLineInterpolated(
            $"[bold]Imported for user {result.UserId}[/] from {result.Preview.SourceName}"
        );
        (int Count, string What)[] lines =
        [
            (stored.Ratings, "ratings"),
            (stored.Kept, "ratings kept that were given here later"),
            (stored.Watched, "watched without a rating"),
            (stored.Liked, "liked without a rating"),
            (stored.Hidden, "of the watchlist, not to be recommended"),
            (stored.Allowed ?? 0, "in the library, the only ones to be recommended"),
            (result.Preview.Rows.Ambiguous, "rows to decide about, left out: use --review here, or the page /import"),
            (result.Preview.Rows.Unknown, "rows of films that the server does not know"),
            (result.Preview.Rows.Skipped, "rows skipped"),
        ];
        foreach ((int count, string what) in lines.Where(line => line.Count > 0))
        {
            session.Out.WriteLine($"{Numbers.Count(count), 8} {what}");
        }

        session.Out.WriteLine();
        session.RawOut.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  {new Uri(address, $"/u/{result.UserId}")}")
        );
    }
}
