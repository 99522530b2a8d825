using System.CommandLine;
using Matinee.Cli.Completion;
using Matinee.Cli.Terminal;

namespace Matinee.Cli.Commands;

/// <summary><c>completion</c>: a script that makes a shell complete this program.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "Whose script to print.", HelpName = "shell" };
        shell.AcceptOnlyFromAmong([.. CompletionScript.Shells]);
        var command = new Command(
            "completion",
            "Print a script that completes commands, options and values in bash, zsh, fish or PowerShell (pwsh)."
        )
        {
            shell,
        };
        Session.SetAction(
            command,
            (session, parsed, _) =>
            {
                session.RawOut.Write(CompletionScript.For(parsed.GetRequiredValue(shell)));
                return Task.FromResult(0);
            }
        );
        return command;
    }
}
