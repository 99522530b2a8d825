using System.Text.RegularExpressions;
using System.Xml.Linq;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Report.Tests;

public partial class HtmlReportTests
{
    private static readonly ReportExtras Everything = new() { Reasons = (_, movie) => [$"reason for {movie.Value}"] };

    // Every part that a report may have, with figures that can be told apart.
    private static readonly SampleReport Whole = SampleReport.Ease with
    {
        Figures = SampleReport.Ease.Figures with
        {
            Pareto =
            [
                new ParetoPoint(null, 0, 0.375, 0.5),
                new ParetoPoint(DiversityMethod.Mmr, 0.7, 0.25, 0.75),
                new ParetoPoint(DiversityMethod.Dpp, 0.2, 0.35, 0.6),
            ],
            ShortHistories = [new ShortHistoryFigure(3, 10, 0.34, 0.32, 0.01, 0.03, 0.002)],
            Faithfulness = new FaithfulnessFigures(0.97, 200, 0.94, 0.99),
            Run = new RunFacts(1.5, 300L << 20, 2),
        },
    };

    [Fact]
    public void Render_PlainEvaluation_HasASectionForWhatThereIsAndNoOther()
    {
        Assert.Equal(
            ["results", "setup", "curves", "strata", "beyond", "ratings", "samples", "audit"],
            Ids(SampleReport.Ease.Page(), "section")
        );
        Assert.Equal(
            [
                "curve-ndcg",
                "curve-recall",
                "curve-precision",
                "strata-1",
                "strata-2",
                "strata-3",
                "long-tail",
                "pareto",
                "rating-distribution",
                "rating-calibration",
            ],
            Ids(SampleReport.Ease.Page(), "figure")
        );
    }

    [Fact]
    public void Render_OfNewMovies_HasNoCurveByPopularity()
    {
        ModelEvaluation evaluation = SampleReport.Ease.Evaluation;
        RankingTask newMovies = evaluation.Task.Ranking with { Candidates = [8, 9] };
        SampleReport report = SampleReport.Ease with
        {
            Evaluation = evaluation with { Task = evaluation.Task with { Ranking = newMovies } },
        };

        Assert.DoesNotContain("long-tail", Ids(report.Page(), "figure"));
    }

    [Fact]
    public void Render_EarlierReport_HasNoSectionOfWhatItLacks()
    {
        SampleReport early = SampleReport.Ease with
        {
            Figures = SampleReport.Ease.Figures with
            {
                Audit = null,
                Models = [.. SampleReport.Ease.Figures.Models.Select(model => model with { Strata = null })],
            },
        };

        Assert.Equal(["results", "setup", "curves", "beyond", "ratings", "samples"], Ids(early.Page(), "section"));
    }

    [Fact]
    public void Render_WholeReport_ShowsEveryPart()
    {
        XElement page = Whole.Page(Everything);
        StratumFigure stratum = Whole.Figures.Models[0].Strata![0];

        Assert.Contains("first-ratings", Ids(page, "section"));
        Assert.Contains("pareto", Ids(page, "figure"));
        Assert.Contains(
            $"{stratum.Stratum} {Words.Figure(stratum.Value)} ({stratum.Size} users)",
            Label(page, "strata-1"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "MMR: from strength 0 to 0.7, NDCG goes from 0.3750 to 0.2500 and diversity from 0.5000 to 0.7500",
            Label(page, "pareto"),
            StringComparison.Ordinal
        );
        Assert.Contains(page.Descendants("td"), cell => cell.Value == "0.0200 (0.0100 to 0.0300)");
        Assert.Contains("97.0% of 200 recommendations", page.Value, StringComparison.Ordinal);
        Assert.Contains(page.Descendants("li"), item => item.Value.StartsWith("reason for ", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("dd"), fact => fact.Value.StartsWith("300 MiB", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_SampledRanking_IsMarkedAtTheTop()
    {
        SampleReport sampled = SampleReport.Ease with
        {
            Figures = SampleReport.Ease.Figures with
            {
                Protocol = SampleReport.Ease.Figures.Protocol with { Ranking = "sampled (100 negatives)" },
            },
        };

        XElement header = sampled.Page().Descendants("header").First();

        Assert.Contains("Ranking is sampled (100 negatives).", header.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("sampled", SampleReport.Ease.Page().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NoModelRanks_HasNoSectionThatNeedsLists()
    {
        ModelEvaluation evaluation = SampleReport.Bias.Evaluation;
        evaluation = evaluation with
        {
            Model = evaluation.Model with { Ranking = null },
            Baselines = [],
            Pareto = null,
        };
        var report = new SampleReport(evaluation, EvaluationReport.From(evaluation));

        XElement page = report.Page();

        Assert.Equal(["setup", "ratings", "audit"], Ids(page, "section"));
        Assert.Contains("RMSE", Lead(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NoModelRates_HasNoRatings()
    {
        ModelEvaluation evaluation = SampleReport.Ease.Evaluation with { Baselines = [] };

        XElement page = new SampleReport(evaluation, EvaluationReport.From(evaluation)).Page();

        Assert.DoesNotContain("ratings", Ids(page, "section"));
    }

    [Fact]
    public void Render_HeadlineTable_HoldsThePublishedFigures()
    {
        EvaluationReport figures = SampleReport.Ease.Figures;
        XElement table = SampleReport.Ease.Page().Descendants("table").First();

        string[][] rows =
        [
            .. table
                .Element("tbody")!
                .Elements("tr")
                .Select(row => row.Elements().Select(cell => cell.Value).ToArray()),
        ];

        string[] metrics =
        [
            "ndcg",
            "recall",
            "precision",
            "map",
            "mrr",
            "hit_rate",
            "novelty",
            "diversity",
            "coverage",
        ];
        Assert.Equal(figures.Models.Select(model => model.Name), rows.Select(row => row[0]));
        foreach ((ModelFigures model, string[] row) in figures.Models.Zip(rows))
        {
            Assert.Equal(metrics.Select(metric => Cell(model.Find(metric, 10)!)), row.Skip(1));
        }

        Assert.Contains(
            Words.Figure(figures.Models[0].Find("ndcg", 10)!.Value),
            Lead(SampleReport.Ease.Page()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Render_CurveTables_AgreeWithTheFiguresAtEveryCutoff()
    {
        XElement page = SampleReport.Ease.Page();

        foreach (string metric in new[] { "ndcg", "recall", "precision" })
        {
            string[][] rows = Rows(Figure(page, $"curve-{metric}"));
            Assert.Equal(10, rows.Length);
            foreach (int k in new[] { 1, 5, 10 })
            {
                Assert.Equal(
                    SampleReport.Ease.Figures.Models.Select(model => Words.Figure(model.Find(metric, k)!.Value)),
                    rows[k - 1].Skip(1)
                );
            }
        }
    }

    [Fact]
    public void Render_RatingErrors_AreThePublishedOnes()
    {
        Figure rmse = SampleReport.Bias.Figures.Models[0].Find("rmse")!;

        XElement section = SampleReport.Bias.Page().Descendants("section").Single(section => Id(section) == "ratings");

        Assert.Equal(Cell(rmse), section.Descendants("td").First().Value);
    }

    [Fact]
    public void Render_ModelWithProbabilities_ShowsWhetherTheyHold()
    {
        XElement page = SampleReport.Forecaster.Page();
        ModelFigures model = SampleReport.Forecaster.Figures.Models[0];

        XElement section = page.Descendants("section").Single(section => Id(section) == "ratings");
        Assert.Equal(
            ["rating-distribution", "rating-calibration", "rating-strata-1", "rating-strata-2", "reliability-tiny"],
            Ids(section, "figure")
        );
        Assert.Equal(
            ["Model", "RMSE", "MAE", "RMSE, time told", "MAE, time told"],
            section.Descendants("table").First().Descendants("th").Take(5).Select(cell => cell.Value)
        );
        Assert.Contains(section.Descendants("td"), cell => cell.Value == Cell(model.Find("rmse_timed")!));
        Assert.Contains(section.Descendants("td"), cell => cell.Value == Cell(model.Find("nll")!));
        Assert.Contains(section.Descendants("th"), cell => cell.Value == "tiny − bias");
        ReliabilityBin[] bins = [.. model.Calibration!.Liked.Where(bin => bin.Count > 0)];
        Assert.Equal(
            bins.Select(bin => Words.Figure(bin.Happened!.Value)),
            Rows(Figure(page, "reliability-tiny")).Select(row => row[3])
        );
        Assert.Contains(
            $"{Words.Percent(bins[0].Happened!.Value)} where 25.0% was predicted",
            Label(page, "reliability-tiny"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Render_ModelThatRates_ShowsItsErrorsByGroup()
    {
        StratumFigure stratum = SampleReport.Bias.Figures.Models[0].RatingStrata![0];

        Assert.Contains(
            $"{stratum.Stratum} {Words.Figure(stratum.Value)} ({stratum.Size} held-out ratings)",
            Label(SampleReport.Bias.Page(), "rating-strata-1"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Render_EveryFigure_SpeaksInNumbersAndGivesItsData()
    {
        XElement[] figures =
        [
            .. Whole.Page(Everything).Descendants("figure"),
            .. SampleReport.Forecaster.Page().Descendants("figure"),
        ];

        // Of ten and of twelve.
        Assert.Equal(22, figures.Length);
        foreach (XElement figure in figures)
        {
            XElement chart = figure.Elements("svg").Single();
            Assert.Equal("img", chart.Attribute("role")!.Value);
            Assert.Matches(@"\d", chart.Attribute("aria-label")!.Value);
            Assert.NotEmpty(figure.Element("figcaption")!.Element("p")!.Value);
            Assert.NotEmpty(Rows(figure));
        }
    }

    [Fact]
    public void Render_EveryChart_IsColouredByTheStyleSheetAlone()
    {
        XElement page = Whole.Page(Everything);

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
        string html = Whole.Html(Everything);

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
        XElement page = Whole.Page(Everything);
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
    public void Render_SimulatedData_IsMarkedSo()
    {
        EvaluationReport figures = SampleReport.Ease.Figures;
        SampleReport simulated = SampleReport.Ease with
        {
            Figures = figures with { Dataset = figures.Dataset with { Simulated = true } },
        };

        Assert.Contains("Simulated ratings", Header(simulated), StringComparison.Ordinal);
        Assert.DoesNotContain("Simulated", Header(SampleReport.Ease), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EmptyElements_AreClosedTheWayHtmlWants()
    {
        Assert.DoesNotMatch("<(td|th|p|div|ul|li|small|svg|g|text)( [^>]*)?/>", Whole.Html(Everything));
    }

    [Fact]
    public void Render_Twice_IsTheSame()
    {
        Assert.Equal(Whole.Html(Everything), Whole.Html(Everything));
    }

    private static string Cell(Figure figure) =>
        figure is { Low: { } low, High: { } high }
            ? $"{Words.Figure(figure.Value)}{Words.Figure(low)}–{Words.Figure(high)}"
            : Words.Figure(figure.Value);

    private static string Id(XElement element) => element.Attribute("id")!.Value;

    private static string[] Ids(XElement page, string element) => [.. page.Descendants(element).Select(Id)];

    private static XElement Figure(XElement page, string id) =>
        page.Descendants("figure").Single(figure => Id(figure) == id);

    private static string Label(XElement page, string id) =>
        Figure(page, id).Element("svg")!.Attribute("aria-label")!.Value;

    private static string Header(SampleReport report) => report.Page().Descendants("header").Single().Value;

    private static string Lead(XElement page) =>
        page.Descendants("p").First(paragraph => paragraph.Attribute("class")?.Value == "lead").Value;

    private static string[][] Rows(XElement figure) =>
        [
            .. figure
                .Descendants("tbody")
                .Single()
                .Elements("tr")
                .Select(row => row.Elements().Select(cell => cell.Value).ToArray()),
        ];

    [GeneratedRegex(@"url\([^)]*\)")]
    private static partial Regex Urls();
}
