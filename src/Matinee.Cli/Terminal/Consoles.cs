using Spectre.Console;

namespace Matinee.Cli.Terminal;

internal static class Consoles
{
    // Piped text has no terminal to wrap for: lines stay whole and tables keep their natural width.
    private const int PipedWidth = 1000;

    public static IAnsiConsole Create(TextWriter writer, bool noColor, bool redirected)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(redirected ? new TrimmedLines(writer) : writer),
                // Bold and dim are escape codes too.
                Ansi = redirected || noColor ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = redirected || noColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            }
        );
        if (redirected)
        {
            console.Profile.Width = PipedWidth;
        }

        return console;
    }
}
