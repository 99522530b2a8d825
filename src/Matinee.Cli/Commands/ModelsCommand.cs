using System.CommandLine;
using Matinee.Cli.Retraining;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Core.Artifacts;

namespace Matinee.Cli.Commands;

/// <summary><c>models</c>: packages of models, and the versions of a model folder.</summary>
internal static class ModelsCommand
{
    public static Command Create() =>
        new("models", "Models as packages: build, list, pull, verify. Versions of a model folder: history, rollback.")
        {
            ModelsBuildCommand.Create(),
            ModelsRegistryCommands.List(),
            ModelsRegistryCommands.Pull(),
            ModelsRegistryCommands.Verify(),
            History(),
            Rollback(),
        };

    private static Command History()
    {
        Option<string?> modelPath = ServedPlaces.ModelPath();
        var command = new Command("history", "List the versions of a model folder, the oldest first.") { modelPath };
        Session.SetAction(
            command,
            (session, parsed, _) =>
            {
                session.Out.Write(ModelVersionsView.Of(Served(parsed.GetValue(modelPath))));
                return Task.FromResult(0);
            }
        );
        return command;
    }

    private static Command Rollback()
    {
        Option<string?> modelPath = ServedPlaces.ModelPath();
        var version = new Argument<string?>("version")
        {
            Description = "Which one shall answer. Default: the one that answered before the current one.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("rollback", "Let an older version answer; servers that watch the folder take it.")
        {
            version,
            modelPath,
        };
        Session.SetAction(
            command,
            (session, parsed, _) =>
            {
                GoBack(session, Served(parsed.GetValue(modelPath)), parsed.GetValue(version));
                return Task.FromResult(0);
            }
        );
        return command;
    }

    private static ModelHistory Served(string? modelPath) => new(ServedPlaces.Read(modelPath).ModelPath);

    private static void GoBack(Session session, ModelHistory history, string? name)
    {
        // A current version that is gone is no reason to stay without any.
        string? before = null;
        try
        {
            before = history.Current().Name;
        }
        catch (MatineeException) when (name is not null) { }

        ModelVersion chosen = name is not null
            ? history.Find(name)
            : history.Previous()
                ?? throw new MatineeException(
                    $"{history.Path} has no version before the current one. '{ProgramName.Typed} models history --model-path {history.Path}' "
                        + "lists what there is."
                );
        // What can't be read must not answer.
        ModelBundle.ReadManifest(chosen);
        history.MakeCurrent(chosen.Name, TimeProvider.System);
        session.RawOut.WriteLine(
            before == chosen.Name
                ? $"{chosen.Name} is current already."
                : $"{chosen.Name} is current instead of {before ?? "none"}."
        );
    }
}
