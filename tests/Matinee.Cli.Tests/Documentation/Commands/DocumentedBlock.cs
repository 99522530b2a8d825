using System.Text.RegularExpressions;

namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>A block of shell commands of a page, to be typed one after another.</summary>
internal sealed partial record DocumentedBlock(string Page, int Line, IReadOnlyList<DocumentedCommand> Commands)
{
    private static readonly string Root = TestData.RepositoryRoot();

    /// <summary>README.md, CONTRIBUTING.md and docs/*.md, with their paths within the repository.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "README.md",
        "CONTRIBUTING.md",
        .. Directory
            .GetFiles(Path.Combine(Root, "docs"), "*.md")
            .Select(page => $"docs/{Path.GetFileName(page)}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every block marked <c>sh</c> or <c>bash</c>, and those unmarked ones that begin with a command of Matinee's.</summary>
    public static IReadOnlyList<DocumentedBlock> All { get; } = [.. Pages.SelectMany(OfPage)];

    /// <summary>Commands between backticks in the text, the first of each.</summary>
    public static IReadOnlyList<DocumentedCommand> InSentences { get; } = [.. Pages.SelectMany(SentencesOfPage)];

    public string Name => $"{Page}:{Line}";

    private static string TextOf(string page) => File.ReadAllText(Path.Combine(Root, page));

    private static IEnumerable<DocumentedCommand> SentencesOfPage(string page) =>
        TextOf(page)
            .Split('\n')
            .SelectMany(
                (line, at) =>
                    Quoted()
                        .Matches(line)
                        .Select(match => new DocumentedCommand(
                            page,
                            at + 1,
                            ShellWords.Split(match.Groups[1].Value)[0]
                        ))
            );

    private static IEnumerable<DocumentedBlock> OfPage(string page)
    {
        string[] lines = TextOf(page).Split('\n');
        for (int at = 0; at < lines.Length; at++)
        {
            Match fence = Fence().Match(lines[at]);
            if (!fence.Success)
            {
                continue;
            }

            int end = Array.FindIndex(
                lines,
                at + 1,
                line => line.TrimStart().StartsWith("```", StringComparison.Ordinal)
            );
            bool shell =
                fence.Groups[1].Value is "sh" or "bash"
                || (
                    fence.Groups[1].Value == ""
                    && lines[at + 1].StartsWith(DocumentedCommand.Matinee, StringComparison.Ordinal)
                );
            if (shell)
            {
                yield return new DocumentedBlock(page, at + 1, [.. Read(page, lines, at + 1, end)]);
            }

            at = end;
        }
    }

    /// <summary>The commands of a page's lines from one number on, counted from 0, to before another.</summary>
    public static IEnumerable<DocumentedCommand> Read(string page, string[] lines, int from, int end)
    {
        for (int at = from; at < end; at++)
        {
            int first = at;
            string line = lines[at];
            while (line.EndsWith('\\'))
            {
                line = line[..^1] + lines[++at];
            }

            foreach (string[] words in ShellWords.Split(line))
            {
                yield return new DocumentedCommand(page, first + 1, words);
            }
        }
    }

    [GeneratedRegex(@"(?<!`)`((?:\./(?:matinee|build\.sh)|dotnet|docker|npm|deploy/[a-z]+\.sh)(?: [^`]*)?)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("^ *```([a-z]*) *$")]
    private static partial Regex Fence();
}
