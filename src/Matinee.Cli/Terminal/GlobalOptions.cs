using System.CommandLine;
using Serilog.Events;

namespace Matinee.Cli.Terminal;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<string?> LogLevel { get; } = CreateLogLevel();

    public static Option<FileInfo?> LogFile { get; } =
        new("--log-file")
        {
            Description = "Also write the log to this file (INFO and above unless --log-level says otherwise).",
            HelpName = "file",
            Recursive = true,
        };

    public static Option<bool> NoColor { get; } =
        new("--no-color") { Description = "Plain text; the variable NO_COLOR does the same.", Recursive = true };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(LogLevel);
        root.Options.Add(LogFile);
        root.Options.Add(NoColor);
    }

    public static LogEventLevel? Level(ParseResult parsed) =>
        parsed.GetValue(LogLevel)?.ToUpperInvariant() switch
        {
            "DEBUG" => LogEventLevel.Debug,
            "INFO" => LogEventLevel.Information,
            "WARNING" => LogEventLevel.Warning,
            "ERROR" => LogEventLevel.Error,
            _ => null,
        };

    private static Option<string?> CreateLogLevel()
    {
        var option = new Option<string?>("--log-level")
        {
            Description = "DEBUG, INFO, WARNING or ERROR; default WARNING on the screen.",
            HelpName = "level",
            Recursive = true,
        };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "DEBUG", "INFO", "WARNING", "ERROR");
        return option;
    }
}
