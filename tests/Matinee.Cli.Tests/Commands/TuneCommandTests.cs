using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Matinee.Cli.Tests.Commands;

public sealed class TuneCommandTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private const string Knn = """
        model: item-knn
        random_seed: 5
        model_params:
          similarity: [bm25, cosine]
          neighbors: { from: 2, to: 60, scale: log }
          k1: { from: 0.1, to: 5, scale: log }
          b: { from: 0, to: 1 }
        metrics:
          select_by: recall
          top_k: 20
        """;

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("bayesian")]
    [InlineData("random")]
    public async Task Tune_Ranges_WritesAConfigurationThatTrainsToTheSameValue(string search)
    {
        CliResult result = (await Tune("out", Knn, "--trials", "12", "--search", search)).Succeeded();

        string best = workspace.Path("out/best.yaml");
        (
            await Workspace.RunAsync(
                "train",
                "--data-dir",
                trained.Data,
                "--config-path",
                best,
                "--output-dir",
                workspace.Path("model")
            )
        ).Succeeded();
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(workspace.Path("model/manifest.json")));
        JsonElement selection = manifest.RootElement.GetProperty("selection");
        Assert.Equal("recall@20", selection.GetProperty("metric").GetString());
        double[] values = [.. Trials("out").Select(trial => trial.GetProperty("value").GetDouble())];
        Assert.Equal(12, values.Length);
        Assert.Equal(values.Max(), selection.GetProperty("value").GetDouble());
        Assert.Equal(5, manifest.RootElement.GetProperty("seed").GetInt64());
        string yaml = File.ReadAllText(best);
        foreach (
            string part in new[]
            {
                "The best of 12 trials",
                manifest.RootElement.GetProperty("dataset").GetProperty("hash").GetString()!,
                $"Search: {(search == "random" ? "random" : "Bayesian")}, seed 5",
                "neighbors: 2 to 60 (log)",
                "similarity: bm25, cosine",
            }
        )
        {
            Assert.Contains(part, yaml, StringComparison.Ordinal);
        }

        Assert.Contains("looks better than it is", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"Next: ./matinee train --data-dir {trained.Data} --config-path {best}",
            result.Out,
            StringComparison.Ordinal
        );
        Assert.Contains(" 1/12  recall@20 0.", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Going on", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tune_Defaults_AreTheFirstTrial()
    {
        (await Tune("out", Knn, "--trials", "1")).Succeeded();

        // 100 neighbours are beyond the range: from 1.5 to 60.5 by ratios, the middle is √(1.5 · 60.5) = 9.5.
        JsonElement options = Trials("out").Single().GetProperty("options");
        Assert.Equal("bm25", options.GetProperty("similarity").GetString());
        Assert.Equal(10, options.GetProperty("neighbors").GetInt32());
        Assert.Equal(1.2, options.GetProperty("k1").GetDouble());
        Assert.Equal(0.75, options.GetProperty("b").GetDouble());
    }

    [Fact]
    public async Task Tune_End_WritesTrialsPlotAndPage()
    {
        (await Tune("out", Knn, "--trials", "6")).Succeeded();

        string[] csv = File.ReadAllLines(workspace.Path("out/trials.csv"));
        Assert.Equal("trial,similarity,neighbors,k1,b,recall@20,seconds,failure", csv[0]);
        Assert.Equal(7, csv.Length);
        Assert.Equal(
            Trials("out").Select(trial => trial.GetProperty("value").GetDouble()),
            csv.Skip(1).Select(line => double.Parse(line.Split(',')[5], CultureInfo.InvariantCulture))
        );
        Assert.Equal("svg", XElement.Load(workspace.Path("out/trials.svg")).Name.LocalName);
        string page = File.ReadAllText(workspace.Path("out/report.html"));
        XElement html = XElement.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]);
        Assert.Equal(
            ["course", "option-1", "option-2", "option-3", "option-4"],
            html.Descendants("figure").Select(figure => figure.Attribute("id")!.Value)
        );
        Assert.Equal(
            ["best.yaml", "report.html", "trials.csv", "trials.jsonl", "trials.svg"],
            Directory.GetFiles(workspace.Path("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Tune_Errors_TakesTheSmallest()
    {
        const string Bias = """
            model: bias
            model_params:
              item_damping: { from: 0, to: 1000 }
              user_damping: [1, 5]
            metrics:
              select_by: rmse
            """;

        (await Tune("out", Bias, "--trials", "10")).Succeeded();

        double[] values = [.. Trials("out").Select(trial => trial.GetProperty("value").GetDouble())];
        Assert.True(values.Min() < values.Max());
        string smallest = values.Min().ToString("F4", CultureInfo.InvariantCulture);
        Assert.Contains(
            $"validation rmse {smallest}.",
            File.ReadAllText(workspace.Path("out/best.yaml")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Tune_KilledAndRunAgain_TriesWhatAnUninterruptedOneDoes()
    {
        const string Als = """
            model: als
            model_params:
              factors: { from: 4, to: 48 }
              regularization: { from: 0.0005, to: 0.5, scale: log }
              unobserved_weight: { from: 0.01, to: 1, scale: log }
              weighting: [none, bm25]
            """;
        string config = workspace.Write("als.yaml", Als);
        string journal = workspace.Path("killed/trials.jsonl");
        using (var run = new ProgramRun(workspace.Root, Arguments("killed", config, "--trials", "16")))
        {
            await run.EndOnceAsync(() => Lines(journal) > 9, r => r.Kill());
        }

        Assert.False(File.Exists(workspace.Path("killed/best.yaml")));
        int before = Trials("killed").Length;
        Assert.InRange(before, 9, 15);
        // What a kill in the middle of a write leaves.
        File.AppendAllText(journal, "{\"trial\":17,\"opt");

        CliResult again = (await Tune("killed", Als, "--trials", "16", "--resume")).Succeeded();
        (await Tune("whole", Als, "--trials", "16", "--threads", "1")).Succeeded();

        Assert.Contains($"Going on after trial {before} (", again.Error, StringComparison.Ordinal);
        Assert.Equal(Untimed("whole"), Untimed("killed"));
        Assert.Equal(17, File.ReadAllLines(journal).Length);
        // The same, but for where it was read from.
        Assert.Equal(
            File.ReadAllText(workspace.Path("whole/best.yaml")),
            File.ReadAllText(workspace.Path("killed/best.yaml"))
        );
    }

    [Fact]
    public async Task Tune_Interrupted_SaysHowToGoOn()
    {
        string config = workspace.Write("c.yaml", Knn);
        using var run = new ProgramRun(
            workspace.Root,
            Arguments("out", config, "--trials", "1000", "--search", "random")
        );
        string journal = workspace.Path("out/trials.jsonl");

        CliResult result = await run.EndOnceAsync(() => Lines(journal) > 3, r => r.Interrupt());

        result.FailedWith(130, "the same command goes on");
        Assert.DoesNotContain('\e', result.Error);
        string trials = Trials("out").Length.ToString(CultureInfo.InvariantCulture);
        Assert.Contains($"with --trials {trials} it ends with the best", result.Error, StringComparison.Ordinal);
        (await Tune("out", Knn, "--trials", trials, "--search", "random")).Succeeded();
        Assert.True(File.Exists(workspace.Path("out/best.yaml")));
    }

    [Fact]
    public async Task Tune_FolderThatAnotherIsWriting_IsRefused()
    {
        string config = workspace.Write("c.yaml", Knn);
        string[] arguments = Arguments("out", config, "--trials", "1000", "--search", "random");
        using var run = new ProgramRun(workspace.Root, arguments);
        CliResult? second = null;

        await run.EndOnceAsync(
            () => Lines(workspace.Path("out/trials.jsonl")) > 1,
            r =>
            {
                using var other = new ProgramRun(workspace.Root, arguments);
                second = other.FinishAsync().GetAwaiter().GetResult();
                r.Kill();
            }
        );

        second!.FailedWith(1, "If another 'tune' is writing there, wait for it");
    }

    [Fact]
    public async Task Tune_MoreTrials_GoesOnWithTheSame()
    {
        (await Tune("short", Knn, "--trials", "9")).Succeeded();
        string[] first = Untimed("short");

        (await Tune("short", Knn, "--trials", "11")).Succeeded();
        (await Tune("long", Knn, "--trials", "11")).Succeeded();

        Assert.Equal(first, Untimed("short")[..10]);
        Assert.Equal(Untimed("long"), Untimed("short"));
    }

    [Fact]
    public async Task Tune_AnotherSearchInTheFolder_IsKeptUnlessToldOtherwise()
    {
        (await Tune("out", Knn, "--trials", "2")).Succeeded();
        string[] before = Untimed("out");

        (await Tune("out", Knn, "--trials", "2", "--seed", "6")).FailedWith(1, "another search (another seed)");
        (await Tune("out", Knn.Replace("to: 5,", "to: 6,", StringComparison.Ordinal), "--trials", "2")).FailedWith(
            1,
            "another search (another space)"
        );
        Assert.Equal(before, Untimed("out"));

        (await Tune("out", Knn, "--trials", "2", "--seed", "6", "--no-resume")).Succeeded();
        Assert.Contains("random_seed: 6", File.ReadAllText(workspace.Path("out/best.yaml")), StringComparison.Ordinal);
        (await Tune("new", Knn, "--resume")).FailedWith(1, "no interrupted search");
        Assert.False(Directory.Exists(workspace.Path("new")));
    }

    [Fact]
    public async Task Tune_ChangedJournal_IsRefused()
    {
        (await Tune("out", Knn, "--trials", "3")).Succeeded();
        string journal = workspace.Path("out/trials.jsonl");
        string[] lines = File.ReadAllLines(journal);
        File.WriteAllLines(journal, [lines[0], lines[1], lines[3]]);

        (await Tune("out", Knn, "--trials", "3")).FailedWith(1, "line 3: this is not trial 2");
    }

    [Fact]
    public async Task Tune_FewCombinations_EndsWhenAllAreTried()
    {
        CliResult result = (
            await Tune("out", "model: ease\nmodel_params:\n  regularization: [10, 100, 50]\n")
        ).Succeeded();

        Assert.Contains("Every combination was tried.", result.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["10", "100", "50"],
            Trials("out")
                .Select(trial => trial.GetProperty("options").GetProperty("regularization").GetString())
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Tune_EveryTrialFails_SaysWhy()
    {
        string config = Knn.Replace("recall", "rmse", StringComparison.Ordinal);

        CliResult result = await Tune("out", config, "--trials", "2");

        result.FailedWith(1, "All 2 trials failed; the first: Model 'item-knn' does not predict ratings");
        Assert.False(File.Exists(workspace.Path("out/best.yaml")));
        Assert.All(
            Trials("out"),
            trial => Assert.Contains("select_by", trial.GetProperty("failed").GetString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Tune_NoTimeLeft_SaysSo() =>
        (await Tune("out", Knn, "--time-limit", "0.000001s")).FailedWith(1, "Raise --time-limit");

    [Fact]
    public async Task Tune_NoValidationPart_SaysWhatToDo()
    {
        string data = await trained.WithoutValidation(workspace);

        CliResult result = await Workspace.RunAsync(
            "tune",
            "--data-dir",
            data,
            "--config-path",
            workspace.Write("c.yaml", Knn),
            "--output-dir",
            workspace.Path("out")
        );

        result.FailedWith(1, "has no validation part");
        Assert.False(Directory.Exists(workspace.Path("out")));
    }

    [Fact]
    public async Task Tune_FolderWithOtherFiles_IsRefused()
    {
        Directory.CreateDirectory(workspace.Path("out"));
        File.WriteAllText(workspace.Path("out/thesis.doc"), "mine");

        (await Tune("out", Knn, "--no-resume")).FailedWith(1, "files of another kind");
        Assert.True(File.Exists(workspace.Path("out/thesis.doc")));
    }

    [Fact]
    public async Task Tune_DeviceForAModelWithoutOne_IsRefused() =>
        (await Tune("out", Knn, "--device", "cpu")).FailedWith(1, "'item-knn' trains on the CPU");

    [Theory]
    [InlineData("--trials", "0", "--trials must be at least 1")]
    [InlineData("--trials", "1001", "--trials must be at most 1000")]
    [InlineData("--search", "grid", "bayesian")]
    [InlineData("--time-limit", "soon", "--time-limit must be a time such as 90s, 30m or 2h, not 'soon'")]
    [InlineData("--time-limit", "30", "--time-limit must be a time")]
    [InlineData("--time-limit", "-1h", "--time-limit must be a time")]
    public async Task Tune_BadFlag_IsAUsageError(string flag, string value, string message)
    {
        (await Workspace.RunAsync("tune", flag, value)).FailedWith(MatineeCli.UsageError, message);
    }

    private static int Lines(string journal)
    {
        if (!File.Exists(journal))
        {
            return 0;
        }

        // Not by .NET, which heeds the lock of who writes it.
        using var cat = Process.Start(new ProcessStartInfo("cat", journal) { RedirectStandardOutput = true })!;
        return cat.StandardOutput.ReadToEnd().Count(letter => letter == '\n');
    }

    private Task<CliResult> Tune(string output, string yaml, params string[] more) =>
        Workspace.RunAsync(Arguments(output, workspace.Write("c.yaml", yaml), more));

    private string[] Arguments(string output, string config, params string[] more) =>
        ["tune", "--data-dir", trained.Data, "--config-path", config, "--output-dir", workspace.Path(output), .. more];

    private JsonElement[] Trials(string folder) =>
        [
            .. File.ReadAllLines(workspace.Path($"{folder}/trials.jsonl"))
                .Skip(1)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];

    private string[] Untimed(string folder) =>
        [.. File.ReadAllLines(workspace.Path($"{folder}/trials.jsonl")).Select(line => line.Split(",\"seconds\"")[0])];
}
