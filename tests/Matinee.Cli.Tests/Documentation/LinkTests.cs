using System.Text.RegularExpressions;

namespace Matinee.Cli.Tests.Documentation;

public sealed partial class LinkTests
{
    [Fact]
    public void Links_OfEveryPage_LeadSomewhere()
    {
        string root = TestData.RepositoryRoot();
        string[] pages =
        [
            .. Directory.EnumerateFiles(root, "*.md"),
            .. Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories),
        ];

        string[] broken =
        [
            .. pages.SelectMany(page =>
                Link()
                    .Matches(File.ReadAllText(page))
                    .Select(match => match.Groups[1].Value.Split('#')[0])
                    .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal))
                    .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)))
                    .Select(target => $"{Path.GetRelativePath(root, page)}: {target}")
            ),
        ];

        Assert.True(pages.Length > 20, "too few pages");
        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
