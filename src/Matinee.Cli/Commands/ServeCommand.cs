using System.CommandLine;
using System.CommandLine.Parsing;
using Matinee.Api.Hosting;
using Matinee.Cli.Terminal;
using Microsoft.Extensions.Logging;

namespace Matinee.Cli.Commands;

/// <summary><c>serve</c>: a model and a store over HTTP.</summary>
internal static class ServeCommand
{
    private const string Name = "serve";

    /// <summary>How long a server may take to stop: it bounds that itself.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(2);

    // The command line has one --log-level for all commands.
    private static readonly ServerSetting LogLevel = ServerSettings.All.First(setting => setting.Flag == "--log-level");

    public static Command Create()
    {
        (ServerSetting Setting, Option<string?> Option)[] options =
        [
            .. ServerSettings
                .All.Where(setting => setting != LogLevel && !setting.IsSecret)
                .Select(setting => (setting, OptionOf(setting))),
        ];
        var command = new Command(
            Name,
            "Serve recommendations over HTTP: users, ratings that count at once, search; documentation at /docs."
        );
        foreach ((_, Option<string?> option) in options)
        {
            command.Options.Add(option);
        }

        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                Dictionary<string, string> flags = options
                    .Where(one => parsed.GetValue(one.Option) is not null)
                    .ToDictionary(one => one.Setting.Name, one => parsed.GetValue(one.Option)!);
                if (parsed.GetValue(GlobalOptions.LogLevel) is { } level)
                {
                    flags[LogLevel.Name] = level;
                }

                ServerOptions server = Options(flags);
                await MatineeServer.RunAsync(server, session.RawOut, Logging(session, parsed), cancellation);
                return 0;
            }
        );
        return command;
    }

    /// <summary>Whether what was typed ends in a server, which takes its time to stop.</summary>
    public static bool Serves(ParseResult parsed) => parsed.CommandResult.Command.Name is Name or "quickstart";

    /// <summary>The server's settings; it retrains by this program unless another is named.</summary>
    public static ServerOptions Options(IReadOnlyDictionary<string, string> flags)
    {
        ServerOptions server = ServerConfiguration.OfThisProcess.Read(flags);
        return server with { RetrainCommand = server.RetrainCommand ?? RetrainingProgram() };
    }

    // The server starts it as a process of its own.
    private static string RetrainingProgram() =>
        string.Join(' ', ThisProgram.Words.Select(word => $"\"{word}\"")) + $" {RetrainCommand.Name}";

    private static Option<string?> OptionOf(ServerSetting setting)
    {
        var option = new Option<string?>(setting.Flag)
        {
            Description = $"{setting.Description} Default: {setting.Default}.",
            HelpName = setting.ValueName,
        };
        // on|off is the values themselves.
        string[] values = setting.ValueName.Split('|');
        if (values.Length > 1)
        {
            option.CompletionSources.Add(values);
        }

        option.Validators.Add(result =>
        {
            try
            {
                if (result.Tokens is [Token token])
                {
                    setting.Apply(new ServerOptions(), token.Value);
                }
            }
            catch (FormatException exception)
            {
                result.AddError($"{setting.Flag} must be {exception.Message}, not '{result.Tokens[0].Value}'.");
            }
        });
        return option;
    }

    // With --log-file the session's log has the lines, on the screen and in the file.
    private static Action<ILoggingBuilder>? Logging(Session session, ParseResult parsed) =>
        parsed.GetValue(GlobalOptions.LogFile) is null
            ? null
            : logging =>
            {
                logging.ClearProviders();
                logging.AddProvider(new SessionLoggers(session.Loggers));
            };

    private sealed class SessionLoggers(ILoggerFactory loggers) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => loggers.CreateLogger(categoryName);

        // The session's own affair.
        public void Dispose() { }
    }
}
