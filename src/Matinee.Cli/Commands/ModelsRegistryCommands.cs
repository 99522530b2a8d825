using System.CommandLine;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Data.Download;
using Matinee.Data.Registry;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>models list</c>, <c>pull</c> and <c>verify</c>: what a registry offers, and what is here of it.</summary>
internal static class ModelsRegistryCommands
{
    public const string DefaultRegistry = "models/registry";
    private const string DefaultModels = "models";

    public static Command List()
    {
        Option<string> registry = Registry();
        var command = new Command("list", "List the models that a registry offers.") { registry };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                RegistryLocation location = RegistryLocation.Of(parsed.GetRequiredValue(registry));
                RegistryView.Write(session.Out, location, await location.ReadAsync(cancellation));
                return 0;
            }
        );
        return command;
    }

    public static Command Pull()
    {
        var name = new Argument<string>("name") { Description = "Of a model that the registry offers." };
        Option<string> registry = Registry();
        Option<string> output = ModelsFolder("Where the model's folder is put.");
        var force = new Option<bool>("--force") { Description = "Replace another model of that name." };
        var command = new Command("pull", "Fetch a model of a registry, check it and unpack it.")
        {
            name,
            registry,
            output,
            force,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                RegistryLocation location = RegistryLocation.Of(parsed.GetRequiredValue(registry));
                ModelRegistry offered = await location.ReadAsync(cancellation);
                RegistryEntry entry = offered.Find(parsed.GetRequiredValue(name), location.Text);
                var options = new DownloadOptions
                {
                    OutputDirectory = parsed.GetRequiredValue(output),
                    Force = parsed.GetValue(force),
                };
                PullResult result = await DownloadDisplay.RunAsync(
                    session,
                    entry.Name,
                    entry.Bytes,
                    progress =>
                        ModelPull.FetchAsync(location, entry, options with { Progress = progress }, cancellation)
                );
                Print(session, entry, result);
                return 0;
            }
        );
        return command;
    }

    public static Command Verify()
    {
        var what = new Argument<string?>("what")
        {
            Description = "A model's folder, or the name of a model or package. Default: all that are here.",
            HelpName = "name|folder",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> registry = Registry();
        Option<string> models = ModelsFolder("Where pulled models are.");
        var command = new Command("verify", "Compare models and packages with their checksums.")
        {
            what,
            registry,
            models,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                VerifiedModel[] found =
                [
                    .. await FindAsync(
                        parsed.GetValue(what),
                        parsed.GetRequiredValue(models),
                        parsed.GetRequiredValue(registry),
                        cancellation
                    ),
                ];
                foreach (VerifiedModel one in found)
                {
                    string mark = one.IsWhole ? "[green]ok[/]" : "[red]damaged[/]";
                    session.Out.MarkupLine($"{mark} {Markup.Escape(one.Subject)}: {Markup.Escape(one.Found)}");
                }

                return found.All(one => one.IsWhole) ? 0 : Session.Failure;
            }
        );
        return command;
    }

    private static async Task<IEnumerable<VerifiedModel>> FindAsync(
        string? what,
        string models,
        string registry,
        CancellationToken cancellation
    )
    {
        RegistryLocation location = RegistryLocation.Of(registry);
        // A registry on the web is none of what is here.
        ModelRegistry offered = File.Exists(location.Text)
            ? await location.ReadAsync(cancellation)
            : new ModelRegistry();
        string[] folders = what switch
        {
            null => Directory.Exists(models) ? [.. Directory.GetDirectories(models).Where(HasModel).Order()] : [],
            _ when Directory.Exists(what) => [what],
            _ when HasModel(Path.Combine(models, what)) => [Path.Combine(models, what)],
            _ => [],
        };
        IEnumerable<RegistryEntry> packages = offered.Models.Where(entry => what is null || entry.Name == what);
        VerifiedModel[] found =
        [
            .. folders.SelectMany(ModelVerification.Folder),
            .. packages.Select(entry => ModelVerification.Package(location, entry)),
        ];
        return found.Length > 0
            ? found
            : throw new MatineeException(
                what is null
                    ? $"There is no model in {models} and no package in {registry}. Pass a folder, --output-dir or --registry."
                    : $"There is no model '{what}': it is no folder, not in {models}, and not in {location.Text}."
            );
    }

    private static bool HasModel(string folder) =>
        Directory.Exists(folder) && new ModelHistory(folder).Versions().Count > 0;

    private static void Print(Session session, RegistryEntry entry, PullResult result)
    {
        if (result.AlreadyThere)
        {
            session.Out.MarkupLineInterpolated(
                $"{entry.Name} is already in [bold]{result.Folder}[/], as the registry has it."
            );
            return;
        }

        session.Out.MarkupLineInterpolated(
            $"{entry.Name} is in [bold]{result.Folder}[/] ({result.Files.Count} files, {ByteSize.Format(result.Files.Bytes)}); sha256 {entry.Sha256} verified."
        );
        session.Out.WriteLine(entry.Licence);
        session.Out.WriteLine();
        session.Out.WriteLine($"{ModelBundle.CardFile} there says what it is made of and how good it is. Next:");
        session.RawOut.WriteLine(
            $"  {ProgramName.Typed} recommend --model-path {ShellWord.Of(result.Folder)} --ratings my-ratings.csv"
        );
    }

    private static Option<string> Registry() =>
        new("--registry")
        {
            Description = "The registry: a folder, a registry.json, or the address of one.",
            HelpName = "path|url",
            DefaultValueFactory = _ => DefaultRegistry,
        };

    private static Option<string> ModelsFolder(string description) =>
        new("--output-dir")
        {
            Description = description,
            HelpName = "folder",
            DefaultValueFactory = _ => DefaultModels,
        };
}
