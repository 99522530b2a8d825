namespace Matinee.Cli.Terminal;

/// <summary>A word of a command line that people are to paste into a POSIX shell.</summary>
internal static class ShellWord
{
    public static string Of(string text) =>
        text.Length > 0 && text.All(letter => char.IsLetterOrDigit(letter) || "/._-+:@%,".Contains(letter))
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
