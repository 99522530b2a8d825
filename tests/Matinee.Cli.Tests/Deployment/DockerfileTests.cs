using System.Text.RegularExpressions;

namespace Matinee.Cli.Tests.Deployment;

public sealed partial class DockerfileTests
{
    private static readonly string Root = TestData.RepositoryRoot();
    private static readonly string Text = File.ReadAllText(Path.Combine(Root, "Dockerfile"));

    [Fact]
    public void Copy_EverySourceOfTheRepository_IsThereAndNotIgnored()
    {
        string[] sources =
        [
            .. Copy()
                .Matches(Text)
                .SelectMany(match => match.Groups[1].Value.Split(' ', StringSplitOptions.TrimEntries)),
        ];
        string[] kept = [.. IgnoreLines().Where(line => line.StartsWith('!')).Select(line => line[1..])];

        Assert.Contains("src", sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(Root, source)), source));
        Assert.All(
            sources,
            source =>
                Assert.Contains(
                    source.StartsWith("Directory.", StringComparison.Ordinal) ? "Directory.*" : source,
                    kept
                )
        );
    }

    [Fact]
    public void Context_WhatIsPrivate_IsLeftOut()
    {
        string[] lines = IgnoreLines();

        // Everything, but for what the lines with ! name.
        Assert.Equal("*", lines[0]);
        string[] kept = [.. lines.Where(line => line.StartsWith('!')).Select(line => line[1..].TrimEnd('/'))];
        Assert.Empty(kept.Intersect([".env", ".git", "data", "models", "reports", "*", "."]));
    }

    [Fact]
    public void From_EveryStageThatIsNamed_StandsBefore()
    {
        var known = new HashSet<string>();
        foreach (Match line in Stage().Matches(Text))
        {
            string name = line.Groups["from"].Value;
            // Images of elsewhere have a tag.
            Assert.True(known.Contains(name) || name.Contains(':', StringComparison.Ordinal), line.Value);
            known.Add(line.Groups["stage"].Value);
        }

        Assert.Superset(new HashSet<string> { "serve", "full" }, known);
    }

    [Fact]
    public void Images_TheOnesThatRun_AreNotRoots()
    {
        string runtime = Text[Text.IndexOf("AS runtime", StringComparison.Ordinal)..];

        Assert.Equal(
            ["USER $APP_UID"],
            runtime.Split('\n').Where(line => line.StartsWith("USER", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Images_TheOnesThatRun_ReportToNobody() =>
        Assert.Contains("\nENV ORT_DISABLE_TELEMETRY=1\n", Text, StringComparison.Ordinal);

    private static string[] IgnoreLines() =>
        [
            .. File.ReadAllLines(Path.Combine(Root, ".dockerignore"))
                .Where(line => line.Length > 0 && !line.StartsWith('#')),
        ];

    [GeneratedRegex("^COPY (?!--from)(.+) \\S+$", RegexOptions.Multiline)]
    private static partial Regex Copy();

    [GeneratedRegex("^(FROM (?<from>\\S+) AS (?<stage>\\S+)|COPY --from=(?<from>\\S+) .*)$", RegexOptions.Multiline)]
    private static partial Regex Stage();
}
