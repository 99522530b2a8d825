using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Matinee.Report.Tests;

/// <summary>The report as a page, whatever it says.</summary>
public partial class HtmlPageTests
{
    [Fact]
    public void Render_EveryChart_IsColouredByTheStyleSheetAlone()
    {
        XElement page = SampleReport.Whole.Page(SampleReport.Everything);

        Assert.All(
            page.Descendants("svg")
                .SelectMany(chart => chart.Descendants())
                .SelectMany(element => element.Attributes()),
            attribute =>
            {
                if (attribute.Name.LocalName is "fill" or "stroke")
                {
                    Assert.Equal("none", attribute.Value);
                }
            }
        );
        string style = page.Descendants("style").Single().Value;
        Assert.All(
            page.Descendants("svg")
                .SelectMany(chart => chart.Descendants())
                .Attributes("class")
                .SelectMany(names => names.Value.Split(' ')),
            name => Assert.Contains($".{name} ", style, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Render_AnyReport_LoadsNothingAndRunsNothing()
    {
        string html = SampleReport.Whole.Html(SampleReport.Everything);

        Assert.DoesNotContain("http:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        XElement page = SampleReport.Parse(html);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName == "src");
        Assert.All(Urls().Matches(html), match => Assert.StartsWith("url(#", match.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Render_EveryReferenceInThePage_MeetsOneId()
    {
        XElement page = SampleReport.Whole.Page(SampleReport.Everything);
        string[] ids = [.. page.Descendants().Attributes("id").Select(id => id.Value)];
        string[] references =
        [
            .. page.Descendants().Attributes("href").Select(link => link.Value.TrimStart('#')),
            .. page.Descendants().Attributes("aria-labelledby").Select(label => label.Value),
            .. page.Descendants().Attributes("clip-path").Select(clip => clip.Value["url(#".Length..^1]),
        ];

        Assert.Equal(ids.Distinct(), ids);
        Assert.NotEmpty(references);
        Assert.Empty(references.Except(ids));
    }

    [Theory]
    [InlineData("<script>alert(1)</script> & \"quotes\" 'too' ]]>", "<script>alert(1)</script> & \"quotes\" 'too' ]]>")]
    [InlineData("Bell\u0007 and \uD83D\uDE00 and a half ~", "Bell\uFFFD and \uD83D\uDE00 and a half \uFFFD")]
    public void Render_OddTitles_StandAsText(string title, string shown)
    {
        // An attribute can't hold half a surrogate pair.
        XElement page = SampleReport.Ease.WithTitles(title.Replace('~', '\uD83D')).Page();

        Assert.All(page.Descendants("cite"), cite => Assert.Equal(shown, cite.Value));
        Assert.NotEmpty(page.Descendants("cite"));
        Assert.Empty(page.Descendants("script"));
    }

    [Fact]
    public void Render_EmptyElements_AreClosedTheWayHtmlWants()
    {
        Assert.DoesNotMatch(
            "<(td|th|p|div|ul|li|small|svg|g|text)( [^>]*)?/>",
            SampleReport.Whole.Html(SampleReport.Everything)
        );
    }

    [Fact]
    public void Render_Twice_IsTheSame()
    {
        Assert.Equal(
            SampleReport.Whole.Html(SampleReport.Everything),
            SampleReport.Whole.Html(SampleReport.Everything)
        );
    }

    [GeneratedRegex(@"url\([^)]*\)")]
    private static partial Regex Urls();
}
