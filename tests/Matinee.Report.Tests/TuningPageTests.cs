using System.Xml.Linq;
using Matinee.Report.Tuning;

namespace Matinee.Report.Tests;

public class TuningPageTests
{
    private static readonly TuningPoint[] Trials =
    [
        new(1, [0.01, 0], ["0.01", "none"], 0.9, null),
        new(2, [0.1, 1], ["0.1", "bm25"], null, "It <broke>."),
        new(3, [0.001, 1], ["0.001", "bm25"], 0.8, null),
        new(4, [0.002, 1], ["0.002", "bm25"], 0.81, null),
        new(5, [0.05, 0], ["0.05", "none"], 1e6, null),
    ];

    private static readonly TuningContent Content = new(
        "als",
        "rmse",
        LowerIsBetter: true,
        [("Search", "Bayesian, seed 42")],
        [
            new TuningVariable("regularization", 0.001, 0.1, Logarithmic: true, null),
            new TuningVariable("weighting", 0, 1, Logarithmic: false, ["none", "bm25"]),
        ],
        Trials,
        Trials[2],
        "1.2.3"
    );

    [Fact]
    public void Render_SomeTrials_SaysWhatWasFound()
    {
        string page = TuningPage.Render(Content);

        XElement html = XElement.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]);
        Assert.Contains(
            "The best of 5 trials has a validation rmse of 0.8000 (trial 3); the first has 0.9000; 1 failed.",
            html.Value,
            StringComparison.Ordinal
        );
        Assert.Contains("1 worse than the rest are drawn at the edge.", html.Value, StringComparison.Ordinal);
        Assert.Contains("failed: It <broke>.", html.Value, StringComparison.Ordinal);
        Assert.Contains("looks better than it is", html.Value, StringComparison.Ordinal);
        XElement scatter = html.Descendants("figure").Single(figure => figure.Attribute("id")!.Value == "option-1");
        Assert.Superset(
            new HashSet<string> { "0.001", "0.01", "0.1", "regularization" },
            scatter.Descendants("text").Select(text => text.Value).ToHashSet()
        );
    }

    [Fact]
    public void Draw_OneTrial_StandsAlone()
    {
        string svg = TuningPage.Draw(Content with { Trials = [Trials[0]], Best = Trials[0] });

        XElement root = XElement.Parse(svg);
        Assert.Contains("best so far", root.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
    }
}
