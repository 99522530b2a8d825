using System.Xml.Linq;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Report.Tests;

public class HtmlReportTests
{
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
        XElement page = SampleReport.Whole.Page(SampleReport.Everything);
        StratumFigure stratum = SampleReport.Whole.Figures.Models[0].Strata![0];

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
    public void Render_Options_AreFoldedAwayLineByLine()
    {
        XElement setup = SampleReport.Ease.Page().Descendants("section").Single(section => Id(section) == "setup");

        XElement options = setup.Elements("details").Single();
        Assert.Null(options.Attribute("open"));
        Assert.Equal("Options", options.Element("summary")!.Value);
        Assert.Contains("\n  \"regularization\": 1", options.Element("pre")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("regularization", setup.Element("dl")!.Value, StringComparison.Ordinal);
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
            .. SampleReport.Whole.Page(SampleReport.Everything).Descendants("figure"),
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
}
