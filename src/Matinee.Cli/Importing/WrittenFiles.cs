using Matinee.Cli.Commands;
using Matinee.Cli.Terminal;
using Spectre.Console;

namespace Matinee.Cli.Importing;

/// <summary>Says which files were written, and what to do with them.</summary>
internal sealed class WrittenFiles(Session session)
{
    private bool any;
    private string? seen;

    /// <param name="what">In the plural.</param>
    public void Add(string path, int count, string what)
    {
        if (!any)
        {
            // The preview may be JSON, for a program: this is not part of it.
            session.Error.WriteLine();
            any = true;
        }

        session.Error.MarkupLineInterpolated(
            $"{Numbers.Count(count)} {(count == 1 ? One(what) : what)} written to [bold]{path}[/]"
        );
    }

    /// <summary>The file of what was seen without a rating, which is not to be recommended.</summary>
    public void AddSeen(string path, int count)
    {
        Add(path, count, "movies");
        seen = path;
    }

    /// <param name="ratings">The ratings' file; null: none was written.</param>
    public void Show(string? ratings, string modelPath)
    {
        if (!any)
        {
            session.Error.MarkupLine(
                "[dim]Nothing is written without --output; --review writes what is to be decided.[/]"
            );
        }
        else if (ratings is not null)
        {
            string model =
                modelPath == CommonOptions.DefaultModelPath ? "" : $" --model-path {ShellWord.Of(modelPath)}";
            session.Error.WriteLine();
            session.Error.WriteLine("Next:");
            session.Error.Profile.Out.Writer.WriteLine(
                $"  ./matinee recommend{model} --ratings {ShellWord.Of(ratings)}"
                    + (seen is null ? "" : $" --exclude-file {ShellWord.Of(seen)}")
            );
        }
    }

    private static string One(string what) =>
        string.Join(' ', what.Split(' ').Select((word, n) => n == 0 ? word.TrimEnd('s') : word));
}
