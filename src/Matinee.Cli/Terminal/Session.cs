using System.CommandLine;
using Matinee.Api.Store;
using Matinee.Core;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Spectre.Console;

namespace Matinee.Cli.Terminal;

/// <summary>
/// One run of one command: where it prints, where it logs, and how it ends. Results go to <see cref="Out"/> (stdout);
/// progress, warnings and errors to <see cref="Error"/> (stderr).
/// </summary>
internal sealed class Session : IDisposable
{
    public const int Failure = 1;
    public const int Cancelled = 130;

    private readonly Lazy<ILoggerFactory> loggers;

    private Session(ParseResult parsed, TextWriter output, TextWriter error)
    {
        bool noColor =
            parsed.GetValue(GlobalOptions.NoColor)
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        RawOut = output;
        Out = Consoles.Create(output, noColor, Console.IsOutputRedirected || output != Console.Out);
        Error = Consoles.Create(error, noColor, Console.IsErrorRedirected || error != Console.Error);
        LogEventLevel? level = GlobalOptions.Level(parsed);
        FileInfo? file = parsed.GetValue(GlobalOptions.LogFile);
        loggers = new Lazy<ILoggerFactory>(() => CreateLoggers(level, file, error));
        if (file is not null)
        {
            LogFileProblem = Problem(file);
            Loggers
                .CreateLogger("Matinee")
                .LogInformation(
                    "Command line: {Tokens}",
                    string.Join(' ', parsed.Tokens.Select(token => StorePlaces.WithoutPassword(token.Value)))
                );
        }
    }

    /// <summary>Standard output for machine-readable text (JSON, CSV): nothing is wrapped or styled.</summary>
    public TextWriter RawOut { get; }

    public IAnsiConsole Out { get; }
    public IAnsiConsole Error { get; }
    public ILoggerFactory Loggers => loggers.Value;

    /// <summary>
    /// Makes <paramref name="command"/> run <paramref name="body"/> in a session and turns the ways it can fail into
    /// messages and exit codes: 0 done, 1 failed, 130 cancelled by Ctrl-C.
    /// </summary>
    public static void SetAction(Command command, Func<Session, ParseResult, CancellationToken, Task<int>> body) =>
        command.SetAction(
            async (parsed, cancellation) =>
            {
                InvocationConfiguration configuration = parsed.InvocationConfiguration;
                using var session = new Session(parsed, configuration.Output, configuration.Error);
                try
                {
                    if (session.LogFileProblem is { } problem)
                    {
                        throw new MatineeException(problem);
                    }

                    return await body(session, parsed, cancellation);
                }
                catch (Exception exception)
                {
                    return session.Report(exception, cancellation);
                }
            }
        );

    /// <summary>What to say after an error or Ctrl-C, a sentence; null where nothing.</summary>
    public Func<string?>? Advice { get; set; }

    private string? LogFileProblem { get; }

    public void Warn(string message) => Error.MarkupLineInterpolated($"[yellow]warning:[/] {message}");

    public void Dispose()
    {
        if (loggers.IsValueCreated)
        {
            loggers.Value.Dispose();
        }
    }

    private int Report(Exception exception, CancellationToken cancellation)
    {
        int code = Explain(exception, cancellation);
        if (Advice?.Invoke() is { } advice)
        {
            // Commands to paste: not wrapped.
            Error.Profile.Out.Writer.WriteLine(advice);
        }

        return code;
    }

    private int Explain(Exception exception, CancellationToken cancellation)
    {
        // Threads that stumble over the same thing each say so; one is enough.
        if (exception is AggregateException { InnerExceptions: [var first, ..] })
        {
            return Explain(first, cancellation);
        }

        if (exception is OperationCanceledException && cancellation.IsCancellationRequested)
        {
            Error.MarkupLine("[yellow]cancelled:[/] nothing was left half-written.");
            return Cancelled;
        }

        string message = exception switch
        {
            MatineeException => exception.Message,
            IOException or UnauthorizedAccessException => exception.Message,
            OutOfMemoryException => "Out of memory. Use a smaller model or a machine with more memory.",
            _ =>
                $"Unexpected {exception.GetType().Name}: {exception.Message} This is a bug; --log-level DEBUG prints its details.",
        };
        Error.MarkupLineInterpolated($"[red]error:[/] {ProgramName.In(message)}");
        Loggers.CreateLogger("Matinee").LogDebug(exception, "The command failed");
        return Failure;
    }

    // The log itself would keep quiet about it.
    private static string? Problem(FileInfo file)
    {
        try
        {
            file.Directory?.Create();
            using FileStream stream = file.Open(FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The log can't be written to {file.FullName}: {exception.Message} Choose another --log-file.";
        }
    }

    private static SerilogLoggerFactory CreateLoggers(LogEventLevel? level, FileInfo? file, TextWriter error)
    {
        LoggerConfiguration configuration = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Sink(new WriterSink(error), level ?? LogEventLevel.Warning);
        if (file is not null)
        {
            configuration.WriteTo.File(
                file.FullName,
                restrictedToMinimumLevel: level ?? LogEventLevel.Information,
                formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                outputTemplate: "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u4} {SourceContext}: {Message:lj}{NewLine}{Exception}"
            );
        }

        return new SerilogLoggerFactory(configuration.CreateLogger(), dispose: true);
    }
}
