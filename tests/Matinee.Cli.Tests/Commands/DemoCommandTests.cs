namespace Matinee.Cli.Tests.Commands;

public sealed class DemoCommandTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("matinee-demo-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private string Target => Path.Combine(root, "demo");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Demo_SmallRun_WritesAndSaysWhatItIsAndWhatIsNext()
    {
        int code = await Run("--output-dir", Target, "--users", "25", "--ratings", "1234", "--seed", "7");

        Assert.Equal(0, code);
        Assert.Equal("", error.ToString());
        Assert.Equal(1235, File.ReadAllLines(Path.Combine(Target, "ratings.csv")).Length);
        string text = output.ToString();
        Assert.Contains("ratings and tag applications are simulated", text);
        Assert.Matches(@"users\s+25\b", text);
        Assert.Matches(@"ratings\s+1 234\b", text);
        Assert.Matches(@"4\.0 stars\s+\d+\s+█+", text);
        Assert.Contains($"./matinee preprocess --data-dir {Target}", text);
    }

    [Fact]
    public async Task Demo_FolderWithOtherFiles_FailsAndKeepsThem()
    {
        Directory.CreateDirectory(Target);
        string file = Path.Combine(Target, "ratings.csv");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        int code = await Run("--output-dir", Target);

        Assert.Equal(1, code);
        Assert.Contains("holds no demo data", error.ToString());
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Demo_TooFewRatings_FailsWithAdviceAndWritesNothing()
    {
        int code = await Run("--output-dir", Target, "--users", "600", "--ratings", "50");

        Assert.Equal(1, code);
        Assert.Contains("12000 or more", error.ToString());
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task Demo_RatingsNotANumber_IsAUsageError() =>
        Assert.Equal(MatineeCli.UsageError, await Run("--ratings", "many"));

    private Task<int> Run(params string[] arguments) => MatineeCli.RunAsync(["demo", .. arguments], output, error);
}
