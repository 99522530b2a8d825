using System.Text.RegularExpressions;

namespace Matinee.Cli.Tests.Documentation;

/// <summary>The documentation's site: docfx checks its links, and these that nothing is left out of it.</summary>
public sealed partial class DocsSiteTests
{
    private static readonly string Docs = Path.Combine(TestData.RepositoryRoot(), "docs");

    [Fact]
    public void Contents_EveryPage_IsListedOnce()
    {
        string[] pages = [.. Directory.GetFiles(Docs, "*.md").Select(page => Path.GetFileName(page)!), "adr/README.md"];
        string[] listed =
        [
            .. Href().Matches(File.ReadAllText(Path.Combine(Docs, "toc.yml"))).Select(match => match.Groups[1].Value),
        ];

        Assert.Equal(pages.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Decisions_EveryRecord_IsListed()
    {
        string list = File.ReadAllText(Path.Combine(Docs, "adr", "README.md"));
        string[] records = [.. Directory.GetFiles(Path.Combine(Docs, "adr"), "0*.md")];

        Assert.NotEmpty(records);
        Assert.All(records, record => Assert.Contains($"({Path.GetFileName(record)})", list, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_EveryFileOfTheRepository_IsThere()
    {
        string root = TestData.RepositoryRoot();
        string[] pages =
        [
            .. Directory.GetFiles(Docs, "*.md", SearchOption.AllDirectories),
            Path.Combine(root, "README.md"),
            Path.Combine(root, "CONTRIBUTING.md"),
        ];
        var missing = new List<string>();
        int links = 0;
        foreach (string page in pages)
        {
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
            {
                links++;
                string target = Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value);
                if (!Path.Exists(target))
                {
                    missing.Add($"{Path.GetRelativePath(root, page)}: {link.Groups[1].Value}");
                }
            }
        }

        Assert.Empty(missing);
        Assert.True(links > 100);
    }

    [GeneratedRegex(@"href: ([^ ]+) \}")]
    private static partial Regex Href();

    // Of this repository, without the place within the page.
    [GeneratedRegex(@"\]\((?!https?:|mailto:|#|/)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
