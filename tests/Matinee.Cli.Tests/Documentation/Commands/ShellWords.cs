using System.Text.RegularExpressions;

namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>A line as a shell splits it: quotes, comments, redirections, and the commands between <c>&amp;&amp;</c>, <c>;</c>, <c>|</c>.</summary>
internal static partial class ShellWords
{
    /// <summary>
    /// The words of each command. Redirections and variables that are set for one command alone are left out; no variable is expanded.
    /// </summary>
    public static IReadOnlyList<string[]> Split(string line)
    {
        var commands = new List<List<string>> { new() };
        int read = 0;
        foreach (Match token in Token().Matches(line))
        {
            read += token.Length;
            if (token.Groups["end"].Success)
            {
                commands.Add([]);
            }
            else if (token.Groups["word"].Success)
            {
                commands[^1].Add(Quotes().Replace(token.Value, "$1$2"));
            }
        }

        Assert.True(read == line.Length, $"A quote has no end: {line}");
        return
        [
            .. commands
                .Select(words => words.SkipWhile(word => Assignment().IsMatch(word)).ToArray())
                .Where(words => words.Length > 0),
        ];
    }

    // A # within a word is part of it.
    [GeneratedRegex(
        """\s+|\#.*|[0-9]*>>?\s*(?:&[0-9]|[^\s;&|]+)|(?<end>[;&|]+)|(?<word>(?:'[^']*'|"[^"]*"|[^\s'";&|])+)"""
    )]
    private static partial Regex Token();

    [GeneratedRegex("'([^']*)'|\"([^\"]*)\"")]
    private static partial Regex Quotes();

    [GeneratedRegex("^[A-Z_]+=")]
    private static partial Regex Assignment();
}
