using System.Text.Json;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Cli.Tests.Commands;

public sealed class ScoringDeviceTests(TrainedHybrid trained) : IClassFixture<TrainedHybrid>
{
    [Fact]
    public async Task Evaluate_OnADevice_MeasuresTheSameAndSaysWhere()
    {
        CliResult plain = (await trained.RunAsync(Evaluate("plain"))).Succeeded();
        CliResult device = (await trained.RunAsync([.. Evaluate("device"), "--device", "cpu"])).Succeeded();

        EvaluationReport expected = trained.Workspace.Report("plain");
        EvaluationReport actual = trained.Workspace.Report("device");
        Assert.Null(expected.Run!.Device);
        Assert.Equal("cpu", actual.Run!.Device);
        Assert.DoesNotContain("libtorch", plain.Out, StringComparison.Ordinal);
        Assert.Contains(", scored through libtorch on cpu)", device.Out, StringComparison.Ordinal);
        foreach (string file in new[] { "report.md", "report.html" })
        {
            string text = File.ReadAllText(trained.Workspace.Path($"device/{file}"));
            Assert.Contains("cores, scored through libtorch on cpu", text, StringComparison.Ordinal);
        }

        Figure[] figures = [.. Figures(expected)];
        Assert.InRange(figures.Length, 50, 1000);
        Assert.All(
            figures.Zip(Figures(actual)),
            pair =>
            {
                Assert.Equal((pair.First.Metric, pair.First.K), (pair.Second.Metric, pair.Second.K));
                Assert.Equal(pair.First.Value, pair.Second.Value, 1e-4);
            }
        );
        Assert.Equal(expected.Faithfulness!.Rate, actual.Faithfulness!.Rate, 0.02);
    }

    [Fact]
    public async Task Recommend_OnADevice_ListsTheSame()
    {
        CliResult plain = (await trained.RunAsync(Recommend())).Succeeded();
        CliResult device = (await trained.RunAsync([.. Recommend(), "--device", "auto"])).Succeeded();

        Assert.Equal(Movies(plain.Out), Movies(device.Out));
    }

    [Fact]
    public async Task Recommend_WithoutADevice_LoadsNoLibtorch()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && File.Exists("/lib64/ld-linux-x86-64.so.2"),
            "Asks glibc's loader."
        );
        var talkative = new Dictionary<string, string> { ["LD_DEBUG"] = "files" };

        CliResult plain = (await trained.RunAsync(Recommend(), talkative)).Succeeded();
        CliResult device = (await trained.RunAsync([.. Recommend(), "--device", "cpu"], talkative)).Succeeded();

        Assert.Contains("libcoreclr.so", plain.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("torch", plain.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("libtorch_cpu.so", device.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("recommend")]
    public async Task Device_OfAModelWithoutANetwork_IsRefused(string command)
    {
        string[] arguments = command == "evaluate" ? Evaluate("ease", trained.Ease) : Recommend(trained.Ease);

        CliResult result = await Workspace.RunAsync([.. arguments, "--device", "cpu"]);

        result.FailedWith(1, "--device is where a network scores (model 'hybrid'), and this model is of kind 'ease'");
        Assert.False(Directory.Exists(trained.Workspace.Path("ease")));
    }

    [Fact]
    public async Task Device_ThatIsNotThere_SaysWhatToDo()
    {
        Assert.SkipWhen(File.Exists("/dev/nvidiactl"), "This machine may have such a device.");

        (await trained.RunAsync([.. Evaluate("cuda"), "--device", "cuda"])).FailedWith(
            1,
            "or use device 'cpu' or 'auto'"
        );
        (await trained.RunAsync([.. Recommend(), "--device", "cuda"])).FailedWith(1, "no GPU that this build can use");
    }

    private string[] Evaluate(string output, string? model = null) =>
        [
            "evaluate",
            "--data-dir",
            trained.Data,
            "--model-path",
            model ?? trained.Model,
            "--output-dir",
            trained.Workspace.Path(output),
        ];

    private string[] Recommend(string? model = null) =>
        ["recommend", "--model-path", model ?? trained.Model, "--user-id", "1", "--format", "json"];

    private static IEnumerable<Figure> Figures(EvaluationReport report) =>
        report.Models.SelectMany(model => model.Ranking.Concat(model.Rating));

    private static string[] Movies(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return
        [
            .. document
                .RootElement.GetProperty("recommendations")
                .EnumerateArray()
                .Select(movie => movie.GetProperty("id").GetRawText()),
        ];
    }
}
