using System.Diagnostics;
using System.Globalization;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Cli.Tests;

/// <summary>
/// The published figures on MovieLens latest-small's fixed splits, through the real commands and the shipped
/// configurations. Skipped where the data is not.
/// </summary>
public sealed class LatestSmallTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("mls-all-random", 0.1845)]
    [InlineData("mls-ge4-random", 0.1381)]
    [InlineData("mls-all-temporal", 0.0862)]
    [InlineData("mls-ge4-temporal", 0.0605)]
    public async Task Popularity_EverySplit_HasTheKnownNdcg(string split, double expected)
    {
        EvaluationReport report = await Run(split, "popularity");

        Assert.Equal(expected, Math.Round(Ndcg(report), 4));
    }

    [Theory]
    [InlineData("mls-ge4-temporal", "ease", 0.0960)]
    [InlineData("mls-all-temporal", "ease-stars", 0.136)]
    [InlineData("mls-ge4-random", "quickstart", 0.281)]
    [InlineData("mls-all-random", "ease", 0.370, Explicit = true)]
    [InlineData("mls-all-random", "ease-metadata", 0.375, Explicit = true)]
    [InlineData("mls-ge4-random", "als-metadata", 0.278, Explicit = true)]
    [InlineData("mls-all-random", "quickstart", 0.384, Explicit = true)]
    [InlineData("mls-all-random", "bm25", 0.305, Explicit = true)]
    [InlineData("mls-ge4-temporal", "bm25", 0.086, Explicit = true)]
    [InlineData("mls-all-random", "als", 0.358, Explicit = true)]
    [InlineData("mls-ge4-temporal", "als", 0.0880, Explicit = true)]
    public async Task Ndcg_ShippedConfiguration_IsAboveItsBar(string split, string config, double bar)
    {
        EvaluationReport report = await Run(split, config);

        Assert.True(Ndcg(report) >= bar, $"NDCG@10 is {Ndcg(report)}, the bar {bar}");
        Assert.True(report.Faithfulness!.Rate >= 0.9, $"reasons hold in {report.Faithfulness.Rate} of the cases");
        AssertRecomputed(split, report);
    }

    // The recommended strength, chosen on the validation part (docs/ranking.md).
    [Fact]
    public async Task Diversity_RecommendedStrength_GainsFivePercentForOne()
    {
        EvaluationReport report = await Run("mls-all-random", "ease", "--diversity", "0.22", "--pareto");

        ParetoPoint plain = report.Pareto![0];
        double diversity = report.Models[0].Find("diversity", 10)!.Value;
        Assert.True(Ndcg(report) >= 0.99 * plain.Ndcg, $"NDCG@10 is {Ndcg(report)} of {plain.Ndcg}");
        Assert.True(diversity >= 1.05 * plain.Diversity, $"diversity is {diversity} of {plain.Diversity}");
    }

    private static double Ndcg(EvaluationReport report) => report.Models[0].Find("ndcg", 10)!.Value;

    private async Task<EvaluationReport> Run(string split, string config, params string[] evaluation)
    {
        string data = TestData.Folder;
        string files = Path.Combine(data, "splits", "topn", split);
        (
            await Workspace.RunAsync(
                "preprocess",
                "--data-dir",
                Path.Combine(data, "ml-latest-small"),
                "--output-dir",
                workspace.Path("data"),
                "--train-file",
                Path.Combine(files, "train.csv"),
                "--valid-file",
                Path.Combine(files, "valid.csv"),
                "--test-file",
                Path.Combine(files, "test.csv"),
                "--min-user-ratings",
                "1",
                "--min-movie-ratings",
                "1"
            )
        ).Succeeded();
        (
            await Workspace.RunAsync(
                "train",
                "--data-dir",
                workspace.Path("data"),
                "--config-path",
                $"configs/{config}.yaml",
                "--output-dir",
                workspace.Path("model")
            )
        ).Succeeded();
        (
            await Workspace.RunAsync([
                "evaluate",
                "--data-dir",
                workspace.Path("data"),
                "--model-path",
                workspace.Path("model"),
                "--output-dir",
                workspace.Path("report"),
                .. evaluation,
            ])
        ).Succeeded();
        return EvaluationReport.FromJson(File.ReadAllText(workspace.Path("report/metrics.json")));
    }

    // The scorer beside the data shares no code with Matinee.
    private void AssertRecomputed(string split, EvaluationReport report)
    {
        string scorer = Path.Combine(TestData.Folder, "..", "checks", "score_topn.py");
        if (!File.Exists(scorer) || !HasPython())
        {
            return;
        }

        foreach (int k in new[] { 5, 10, 20, 100 })
        {
            foreach ((string metric, double value) in Score(scorer, split, k))
            {
                double ours = report.Models[0].Find(metric == "hit" ? "hit_rate" : metric, k)!.Value;
                Assert.Equal(value, ours, 1e-6);
            }
        }
    }

    private static bool HasPython() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "python3")));

    private List<(string Metric, double Value)> Score(string scorer, string split, int k)
    {
        string files = Path.Combine(TestData.Folder, "splits", "topn", split);
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true };
        string[] arguments =
        [
            scorer,
            "--topn",
            workspace.Path("report/topn.csv"),
            "--train",
            Path.Combine(files, "train.csv"),
            "--test",
            Path.Combine(files, "test.csv"),
            "--k",
            k.ToString(CultureInfo.InvariantCulture),
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        List<(string, double)> figures =
        [
            .. output
                .Split('\n')
                .Where(line => line.Contains('@'))
                .Select(line => line.Split('@', ' '))
                .Select(parts => (parts[0], double.Parse(parts[2], CultureInfo.InvariantCulture))),
        ];
        Assert.Equal(7, figures.Count);
        return figures;
    }
}
