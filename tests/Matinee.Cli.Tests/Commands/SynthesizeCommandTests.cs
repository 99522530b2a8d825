namespace Matinee.Cli.Tests.Commands;

public sealed class SynthesizeCommandTests : IDisposable
{
    private readonly Workspace workspace = new();

    private string Target => workspace.Path("synthetic");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Synthesize_SmallRun_WritesAndSaysWhatItIsAndWhatIsNext()
    {
        CliResult result = (await Run("--users", "30", "--movies", "200", "--ratings", "1500")).Succeeded();

        Assert.Equal("", result.Error);
        Assert.Equal(1501, File.ReadAllLines(Path.Combine(Target, "ratings.csv")).Length);
        Assert.Equal(91, File.ReadAllLines(Path.Combine(Target, "tags.csv")).Length);
        Assert.Contains("Everything is made up", result.Out);
        Assert.Matches(@"users\s+30\s+ratings each: 2\d to \d+, median", result.Out);
        Assert.Matches(@"ratings\s+1,500\s+mean 3\.", result.Out);
        Assert.Matches(@"4\.0 stars\s+\d+\s+█+", result.Out);
        Assert.Contains($"./matinee preprocess --data-dir {Target}", result.Out);
    }

    [Fact]
    public async Task Synthesize_ThenPreprocess_MarksTheDatasetAsSimulated()
    {
        (await Run("--users", "200", "--movies", "300", "--ratings", "20000", "--tags", "50")).Succeeded();
        string processed = workspace.Path("processed");

        (await Workspace.RunAsync("preprocess", "--data-dir", Target, "--output-dir", processed)).Succeeded();

        Assert.Contains(
            "\"simulated\": true",
            await File.ReadAllTextAsync(Path.Combine(processed, "manifest.json"), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Synthesize_FolderWithOtherFiles_FailsAndKeepsThem()
    {
        Directory.CreateDirectory(Target);
        string file = workspace.Write(Path.Combine("synthetic", "ratings.csv"), "mine");

        (await Run()).FailedWith(1, "holds no synthetic data");

        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Synthesize_MoreRatingsThanPairs_FailsWithAdviceAndWritesNothing()
    {
        (await Run("--users", "10", "--movies", "10", "--ratings", "101")).FailedWith(1, "Ask for 100 or fewer");

        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task Synthesize_RatingsNotANumber_IsAUsageError() =>
        Assert.Equal(MatineeCli.UsageError, (await Run("--ratings", "many")).Code);

    private Task<CliResult> Run(params string[] arguments) =>
        Workspace.RunAsync(["synthesize", "--output-dir", Target, .. arguments]);
}
