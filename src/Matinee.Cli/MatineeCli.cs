using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Matinee.Cli.Commands;
using Matinee.Cli.Terminal;

namespace Matinee.Cli;

/// <summary>The command line: which commands there are, and how every one of them ends.</summary>
internal static class MatineeCli
{
    public const int UsageError = 2;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        RootCommand root = CreateRoot();
        if (args.Length == 0)
        {
            args = ["--help"];
        }

        ParseResult parsed = root.Parse(args, new ParserConfiguration());
        var configuration = new InvocationConfiguration { Output = output, Error = error };
        if (ServeCommand.Serves(parsed))
        {
            configuration.ProcessTerminationTimeout = ServeCommand.Longest;
        }

        if (parsed.Action is ParseErrorAction action)
        {
            // The whole help would push the message off the screen.
            action.ShowHelp = false;
            await parsed.InvokeAsync(configuration);
            string command = "";
            for (SymbolResult? one = parsed.CommandResult; one is CommandResult named; one = one.Parent)
            {
                command = named.Command is RootCommand ? command : $"{named.Command.Name} {command}";
            }

            string further = string.Join(
                ", ",
                parsed.CommandResult.Command.Subcommands.Select(one => one.Name).Order()
            );
            string choice =
                command.Length > 0 && further.Length > 0 ? $"'{command.Trim()}' is followed by one of {further}. " : "";
            await error.WriteLineAsync($"{choice}'{ProgramName.Typed} {command}--help' shows what can be passed.");
            return UsageError;
        }

        return await parsed.InvokeAsync(configuration);
    }

    /// <summary>The tree of commands.</summary>
    public static RootCommand CreateRoot()
    {
        var root = new RootCommand(
            "Movie recommendations from a ratings log: preprocess, train, evaluate, recommend, serve."
        );
        GlobalOptions.AddTo(root);
        HelpWithExamples.AddTo(root);
        root.Subcommands.Add(QuickstartCommand.Create());
        root.Subcommands.Add(DownloadCommand.Create());
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(SynthesizeCommand.Create());
        root.Subcommands.Add(PreprocessCommand.Create());
        root.Subcommands.Add(TrainCommand.Create());
        root.Subcommands.Add(TuneCommand.Create());
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(CrossValidateCommand.Create());
        root.Subcommands.Add(CompareCommand.Create());
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(RecommendCommand.Create());
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(ExportRatingsCommand.Create());
        root.Subcommands.Add(RetrainCommand.Create());
        root.Subcommands.Add(ModelsCommand.Create());
        root.Subcommands.Add(KeysCommand.Create());
        root.Subcommands.Add(StoreCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(CompletionCommand.Create());
        return root;
    }
}
