using Matinee.Cli.Commands;
using Matinee.Cli.Terminal;
using Spectre.Console;

namespace Matinee.Cli.Importing;

/// <summary>Says which files were written, and what to do with them.</summary>
internal sealed class WrittenFiles(Session session, ImportRequest request)
{
    private bool any;

    /// <param name="what">In the plural.</param>
    public void Add(string path, int count, string what)
    {
        if (!any)
        {
            // The preview may be JSON, for a program: this is not part of it.
            session.Error.WriteLine();
            any = true;
        }

        session.Error.MarkupLineInterpolated($"{Counted.Of(count, what)} written to [bold]{path}[/]");
    }

    public void Show(bool hasRatings)
    {
        if (!any)
        {
            session.Error.MarkupLine(
                "[dim]Nothing is written without --output; --review writes what is to be decided.[/]"
            );
        }
        else if (request.Output is { } ratings && hasRatings && request.OutputFormat == ImportOutputs.RatingsFormat)
        {
            session.Error.WriteLine();
            session.Error.WriteLine("Next:");
            // To paste: not wrapped.
            session.Error.Profile.Out.Writer.WriteLine(
                $"  {ProgramName.Typed} recommend"
                    + Option(
                        "--model-path",
                        request.ModelPath == CommonOptions.DefaultModelPath ? null : request.ModelPath
                    )
                    + Option("--ratings", ratings)
                    + Option("--exclude-file", request.Seen)
                    + Option("--only-file", request.Library)
            );
        }
    }

    private static string Option(string name, string? value) => value is null ? "" : $" {name} {ShellWord.Of(value)}";
}
