using System.CommandLine;
using Matinee.Cli.Publishing;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Data;
using Matinee.Data.Download;
using Matinee.Data.Registry;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>models build</c>: from data to a package that others can pull.</summary>
internal static class ModelsBuildCommand
{
    private const string LockFile = ".lock";

    private static readonly Argument<string> Preset = CreatePreset();

    private static readonly Option<string> Dataset = new("--dataset")
    {
        Description = "A MovieLens dataset by name, with or without ml-, downloaded if need be; or a folder or zip.",
        HelpName = "name|path",
        Required = true,
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "Name of the package. Default: <preset>-<dataset>.",
        HelpName = "name",
    };

    private static readonly Option<string?> ConfigPath = new("--config-path")
    {
        Description = "Training configuration. Default: configs/<preset>.yaml.",
        HelpName = "file",
    };

    private static readonly Option<string?> Licence = new("--licence")
    {
        Description = "What may be done with data of your own, a sentence for the model card.",
        HelpName = "text",
    };

    private static readonly Option<bool> WithHistories = new("--with-histories")
    {
        Description =
            "Put the people's histories in, so that the package recommends by user id. Then it holds the data itself.",
    };

    private static readonly Option<string> Registry = new("--registry")
    {
        Description = "Folder that the package and registry.json go to.",
        HelpName = "folder",
        DefaultValueFactory = _ => ModelsRegistryCommands.DefaultRegistry,
    };

    private static readonly Option<string?> WorkDir = new("--work-dir")
    {
        Description = "Where dataset, model and report stay, so that a later run goes on. Default: data/models/<name>.",
        HelpName = "folder",
    };

    private static readonly Option<int> Threads = CommonOptions.Threads("the model does");
    private static readonly Option<Uri> BaseUrl = CommonOptions.BaseUrl();

    public static Command Create()
    {
        var command = new Command(
            "build",
            "Download, preprocess, train, evaluate and pack a model; what an interrupted run has done stays done."
        )
        {
            Preset,
            Dataset,
            Name,
            ConfigPath,
            Licence,
            WithHistories,
            Registry,
            WorkDir,
            Threads,
            BaseUrl,
        };
        Session.SetAction(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken cancellation)
    {
        BuildRequest request = Read(parsed);
        Directory.CreateDirectory(request.WorkDir);
        using FileStream held =
            FileLock.TryTake(Path.Combine(request.WorkDir, LockFile))
            ?? throw new MatineeException(
                $"Another build works in {request.WorkDir}. Wait until it has ended, or pass another --work-dir."
            );
        var download = new DownloadOptions { BaseUrl = parsed.GetRequiredValue(BaseUrl) };
        RegistryEntry entry = await new ModelBuild(session, request).RunAsync(download, cancellation);
        string histories = entry.Histories ? "with" : "without";
        session.Out.MarkupLineInterpolated(
            $"Packed {request.Registry}/{entry.Url} ({ByteSize.Format(entry.Bytes)}, {histories} histories); {entry.Name}.md is its card."
        );
        session.Out.WriteLine();
        session.Out.WriteLine("Next:");
        session.RawOut.WriteLine(
            $"  {ProgramName.Typed} models pull {entry.Name} --registry {ShellWord.Of(request.Registry)}"
        );
        return 0;
    }

    private static BuildRequest Read(ParseResult parsed)
    {
        string preset = parsed.GetRequiredValue(Preset);
        var data = BuildData.Of(parsed.GetRequiredValue(Dataset), parsed.GetValue(Licence));
        string name = parsed.GetValue(Name) ?? $"{preset}-{data.Name}";
        if (!RegistryEntry.IsName(name))
        {
            throw new MatineeException(
                $"'{name}' can't name a package. Pass --name with small letters, digits, '.', '-' and '_'."
            );
        }

        return new BuildRequest(
            preset,
            data,
            name,
            parsed.GetValue(ConfigPath) ?? $"configs/{preset}.yaml",
            parsed.GetValue(WorkDir) ?? Path.Combine("data", "models", name),
            parsed.GetRequiredValue(Registry),
            parsed.GetValue(WithHistories),
            parsed.GetValue(Threads)
        );
    }

    private static Argument<string> CreatePreset()
    {
        var argument = new Argument<string>("preset")
        {
            Description =
                "Thresholds and configuration (ratings per user/per movie): tiny 500/500, small 500/5, large 5/5.",
        };
        argument.AcceptOnlyFromAmong([.. Thresholds.Presets.Keys]);
        return argument;
    }
}
