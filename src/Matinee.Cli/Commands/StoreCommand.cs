using System.CommandLine;
using System.Globalization;
using Matinee.Api.Store;
using Matinee.Api.Store.Backup;
using Matinee.Cli.Terminal;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>store</c>: a look at the user store, its backup, and the way back.</summary>
internal static class StoreCommand
{
    public static Command Create()
    {
        var command = new Command("store", "Back the user store up, restore it, or look at it.");
        command.Subcommands.Add(Backup());
        command.Subcommands.Add(Restore());
        command.Subcommands.Add(Info());
        return command;
    }

    private static Command Backup()
    {
        Option<string?> store = CommonOptions.Store("The server's user store; servers may be running.");
        var output = new Option<string>("--output")
        {
            Description =
                "The backup; replaced where it is there. It holds what people like: keep it as safe as the store.",
            HelpName = "file",
            Required = true,
        };
        var command = new Command("backup", "Write the store into one file, as it is at one moment.") { store, output };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                string file = parsed.GetRequiredValue(output);
                BackupManifest manifest = await StoreBackup.WriteAsync(
                    CommonOptions.Store(parsed, store),
                    file,
                    TimeProvider.System,
                    cancellation
                );
                session.Out.MarkupLineInterpolated($"Backup written to [bold]{file}[/]");
                Render(session, manifest.Rows);
                return 0;
            }
        );
        return command;
    }

    private static Command Restore()
    {
        Option<string?> store = CommonOptions.Store("An empty store of either kind; a file is made.");
        var input = new Option<string>("--input")
        {
            Description = "What 'store backup' wrote, from a store of either kind.",
            HelpName = "file",
            Required = true,
        };
        var command = new Command("restore", "Bring a backup into an empty store: all of it or nothing.")
        {
            store,
            input,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                string place = CommonOptions.Store(parsed, store);
                BackupManifest manifest = await StoreRestore.RestoreAsync(
                    place,
                    parsed.GetRequiredValue(input),
                    cancellation
                );
                string made = DateTimeOffset
                    .FromUnixTimeSeconds(manifest.MadeAt)
                    .ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
                session.Out.MarkupLineInterpolated(
                    $"Restored into [bold]{StorePlaces.Describe(place)}[/], as of {made}"
                );
                Render(session, manifest.Rows);
                return 0;
            }
        );
        return command;
    }

    private static Command Info()
    {
        Option<string?> store = CommonOptions.Store("The server's user store; servers may be running.");
        var command = new Command("info", "Show what the store is and how much it holds.") { store };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                string place = CommonOptions.Store(parsed, store);
                StoreFacts facts = await StoreFacts.ReadAsync(place, cancellation);
                session.Out.WriteLine(StorePlaces.Describe(place));
                string megabytes = Numbers.Fixed(facts.Bytes / 1e6, 1);
                session.Out.WriteLine($"{facts.Kind} {facts.Version}, schema {facts.Schema}, {megabytes} MB");
                Render(session, facts.Rows);
                return 0;
            }
        );
        return command;
    }

    private static void Render(Session session, IReadOnlyDictionary<string, long> rows)
    {
        var table = new Grid().AddColumn().AddColumn(new GridColumn().RightAligned());
        foreach ((string name, long count) in rows)
        {
            table.AddRow(name, Numbers.Count(count));
        }

        session.Out.Write(table);
    }
}
