using System.CommandLine;
using System.Globalization;
using Matinee.Api.Access;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>keys</c>: who may call a server, and what for.</summary>
internal static class KeysCommand
{
    private const string StoreDescription = "The server's user store; servers may be running.";
    private const int MostDays = 3_650;

    private static readonly string[] Scopes = ["read", "write", "admin"];

    public static Command Create()
    {
        var command = new Command("keys", "Make, list and revoke the keys that callers of a server need.");
        command.Subcommands.Add(New());
        command.Subcommands.Add(List());
        command.Subcommands.Add(Revoke());
        return command;
    }

    private static Command New()
    {
        Option<string?> store = CommonOptions.Store(StoreDescription);
        var name = new Option<string>("--name")
        {
            Description = "Who gets it, and what for.",
            HelpName = "text",
            DefaultValueFactory = _ => "unnamed",
        };
        var scope = new Option<string>("--scope")
        {
            Description =
                "read: lists, movies and what is known about users; write: ratings and the like, too; admin: everything.",
            HelpName = string.Join('|', Scopes),
            Required = true,
        };
        scope.AcceptOnlyFromAmong(Scopes);
        var user = new Option<int?>("--user")
        {
            Description = "The only user that the key opens; not for admins.",
            HelpName = "id",
        };
        var days = new Option<int?>("--days") { Description = "How long it lasts. Default: for ever.", HelpName = "n" };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > MostDays)
            {
                result.AddError($"--days must be a whole number from 1 to {MostDays}.");
            }
        });
        var command = new Command("create", "Make a key, and print it: once, for nobody can read it later.")
        {
            store,
            name,
            scope,
            user,
            days,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                await using StoreKeys keys = StoreKeys.OpenOrMake(
                    CommonOptions.Store(parsed, store),
                    TimeProvider.System
                );
                (ApiKey key, string secret) = await keys.CreateAsync(
                    parsed.GetRequiredValue(name),
                    Enum.Parse<AccessScope>(parsed.GetRequiredValue(scope), ignoreCase: true),
                    parsed.GetValue(user),
                    parsed.GetValue(days),
                    cancellation
                );
                // Alone on standard output, for KEY=$(./matinee keys create ...).
                session.RawOut.WriteLine(secret);
                session.Error.MarkupLineInterpolated(
                    $"Key [bold]{key.Id}[/] ({key.Name}): {Words(key)}. Keep it; it is shown this once."
                );
                session.Error.WriteLine("Send it as 'Authorization: Bearer <key>', or sign in with it at /login.");
                return 0;
            }
        );
        return command;
    }

    private static Command List()
    {
        Option<string?> store = CommonOptions.Store(StoreDescription);
        var command = new Command("list", "Show every key, without its secret.") { store };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                await using StoreKeys keys = StoreKeys.Open(CommonOptions.Store(parsed, store), TimeProvider.System);
                IReadOnlyList<ApiKey> all = await keys.AllAsync(cancellation);
                if (all.Count == 0)
                {
                    session.Out.WriteLine(
                        $"There is no key yet. '{ProgramName.Typed} keys create --scope admin' makes one."
                    );
                    return 0;
                }

                Table table = new Table().Border(TableBorder.Simple);
                // To be copied, or short: only names may break.
                table.AddColumn("id", column => column.NoWrap());
                table.AddColumns("name", "scope", "user");
                table.AddColumn("made", column => column.NoWrap());
                table.AddColumn("state", column => column.NoWrap());
                long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
                foreach (ApiKey key in all)
                {
                    table.AddRow(
                        key.Id,
                        Markup.Escape(key.Name),
                        Name(key.Scope),
                        key.UserId is { } id ? id.ToString(CultureInfo.InvariantCulture) : "any",
                        Day(key.CreatedAt),
                        State(key, now)
                    );
                }

                session.Out.Write(table);
                return 0;
            }
        );
        return command;
    }

    private static Command Revoke()
    {
        Option<string?> store = CommonOptions.Store(StoreDescription);
        var id = new Argument<string>("id") { Description = "The key's id, as 'keys list' shows it, or the key." };
        var command = new Command("revoke", "End a key and its sessions; running servers know within two seconds.")
        {
            store,
            id,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                string which = parsed.GetRequiredValue(id);
                await using StoreKeys keys = StoreKeys.Open(CommonOptions.Store(parsed, store), TimeProvider.System);
                if (!await keys.RevokeAsync(which, cancellation))
                {
                    throw new MatineeException(
                        $"There is no key of this id. '{ProgramName.Typed} keys list' shows all."
                    );
                }

                session.Out.WriteLine("The key is revoked.");
                return 0;
            }
        );
        return command;
    }

    private static string Words(ApiKey key) =>
        Name(key.Scope)
        + (key.UserId is { } id ? string.Create(CultureInfo.InvariantCulture, $" of user {id} alone") : "")
        + (key.ExpiresAt is { } end ? $", until {Day(end)}" : ", for ever");

    private static string State(ApiKey key, long now) =>
        key.RevokedAt is { } revoked ? $"revoked {Day(revoked)}"
        : key.ExpiresAt is not { } end ? "valid"
        : now >= end ? $"expired {Day(end)}"
        : $"until {Day(end)}";

    private static string Name(AccessScope scope) => Scopes[(int)scope - 1];

    private static string Day(long time) =>
        DateTimeOffset.FromUnixTimeSeconds(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
