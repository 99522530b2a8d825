using System.Globalization;
using Matinee.Cli.Commands;
using Matinee.Cli.Terminal;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Tests.Models;
using Spectre.Console;

namespace Matinee.Cli.Tests.Commands;

public class RatingViewTests
{
    private static readonly EvaluationReport Timed = EvaluationReport.From(new TinyForecaster().Evaluate("random"));

    [Fact]
    public void Write_TimesTold_ShowsTheErrorsWithAndWithoutThem()
    {
        string text = Shown(Timed);

        ModelFigures model = Timed.Models[0];
        string[] cells = Cells(text, "│ tiny ");
        Assert.Equal(
            [.. new[] { "rmse", "mae", "rmse_timed", "mae_timed" }.Select(metric => Text(model.Find(metric)!.Value))],
            cells[2..6]
        );
        Assert.Equal(["–", "–"], Cells(text, "│ bias ")[4..6]);
        Assert.Contains($"tiny: RMSE {Text(model.Find("rmse")!.Value)}, MAE ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TimesNotTold_HasNoColumnForThem()
    {
        string text = Shown(EvaluationReport.From(new TinyForecaster().Evaluate("leave-last")));

        Assert.DoesNotContain("time told", text, StringComparison.Ordinal);
        Assert.Contains("chance of 4+ stars", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ModelWithChances_ShowsReliabilityLikelihoodAndGroups()
    {
        string text = Shown(Timed);

        ReliabilityRow(text, "0.2 to 0.3", "0.2500");
        ReliabilityRow(text, "0.7 to 0.8", "0.7500");
        Assert.Contains(
            $"tiny: negative log-likelihood of a rating (nats) {Text(Timed.Models[0].Find("nll")!.Value)}",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("│ by user activity ", text, StringComparison.Ordinal);
        Assert.Contains("tiny − bias: RMSE ", text, StringComparison.Ordinal);
        StratumFigure group = Timed.Models[0].RatingStrata![0];
        Assert.Equal(Text(group.Value), Cells(text, $"│ {group.Stratum} ")[3]);
    }

    [Fact]
    public void Write_NarrowTerminal_FitsWithoutBrokenTables()
    {
        string text = Shown(Timed, width: 80);

        Assert.All(text.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
        Assert.Equal(5, Cells(text, "│ tiny ").Count(cell => cell.Length > 0));
    }

    private static void ReliabilityRow(string text, string bin, string predicted) =>
        Assert.Equal(predicted, Cells(text, $"│ {bin} ")[3]);

    private static string[] Cells(string text, string start) =>
        text.Split('\n')
            .First(line => line.StartsWith(start, StringComparison.Ordinal))
            .Split('│', StringSplitOptions.TrimEntries);

    private static string Text(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private static string Shown(EvaluationReport report, int? width = null)
    {
        var writer = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = Consoles.Create(writer, noColor: true, redirected: true);
        console.Profile.Width = width ?? console.Profile.Width;
        RatingView.Write(console, report);
        return writer.ToString();
    }
}
