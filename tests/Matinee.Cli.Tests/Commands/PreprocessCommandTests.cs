using System.Text;

namespace Matinee.Cli.Tests.Commands;

public sealed class PreprocessCommandTests : IDisposable
{
    private const string Ratings =
        "userId,movieId,rating,timestamp\n1,10,4.0,100\n1,20,3.5,200\n1,30,2.0,300\n2,10,5.0,300\n2,20,4.0,400\n2,30,0.5,500\n";
    private const string Movies = "movieId,title,genres\n10,Ten (2010),Drama\n20,Twenty (2020),War\n30,Thirty,\n";
    private static readonly string[] KeepAll =
    [
        "--min-user-ratings",
        "1",
        "--min-movie-ratings",
        "1",
        "--min-tags-per-item",
        "1",
    ];

    private readonly string root = Directory.CreateTempSubdirectory("matinee ").FullName;

    private string Raw => Path.Combine(root, "raw");
    private string Dataset => Path.Combine(root, "dataset");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Preprocess_GoodData_WritesTheDatasetAndPrintsWhatItDid()
    {
        WriteRaw(Ratings + "2,99,3,1\n");

        (int code, string output, string error) = await Run(KeepAll);

        Assert.Equal(0, code);
        Assert.Contains("Users", output, StringComparison.Ordinal);
        Assert.DoesNotContain("attributes", output, StringComparison.Ordinal);
        Assert.Matches(@"Ratings +7 +6\r?\n", output);
        Assert.Matches(@"split: user-temporal +ratings +share", output);
        Assert.Contains("Ratings of movies that the catalogue lacks, dropped: 1", output, StringComparison.Ordinal);
        Assert.Contains("warning: movies that the catalogue lacks have ratings", error, StringComparison.Ordinal);
        Assert.Contains("note: There is no tags.csv", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output + error);
        Assert.Equal(
            ["manifest.json", "movies.parquet", "ratings.parquet", "tags.parquet", "users.parquet"],
            Directory.EnumerateFiles(Dataset).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public async Task Preprocess_UsersFile_SaysOfHowManyItKnows()
    {
        WriteFile("raw/ratings.dat", "1::10::4::100\n2::10::5::300\n3::10::1::400\n");
        WriteFile("raw/movies.dat", "10::Ten (2010)::Drama\n");
        WriteFile("raw/users.dat", "1::F::1::10::48067\n3::M::56::16::98107-2117\n4::M::25::15::55117\n");

        (int code, string output, _) = await Run(KeepAll);

        Assert.Equal(0, code);
        Assert.Matches(@"Users +3 +3 *\r?\n *Users with attributes +2\r?\n", output);
        Assert.Contains("\"usersWithAttributes\": 2", await Manifest(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preprocess_BadRow_FailsNamingTheLineAndWritesNothing()
    {
        WriteRaw(Ratings + "2,10,x,1\n");

        (int code, string output, string error) = await Run(KeepAll);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("ratings.csv, line 8: rating 'x' is not a number.", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Dataset));
    }

    [Fact]
    public async Task Preprocess_SkipBadRows_CountsAndListsThem()
    {
        WriteRaw(Ratings + "2,10,x,1\n");

        (int code, string output, _) = await Run([.. KeepAll, "--skip-bad-rows"]);

        Assert.Equal(0, code);
        Assert.Contains("Malformed rows skipped (skipped-rows.csv lists them): 1", output, StringComparison.Ordinal);
        Assert.Equal(
            "file,line,field,value,reason\nratings.csv,8,rating,x,is not a number\n",
            await File.ReadAllTextAsync(
                Path.Combine(Dataset, "skipped-rows.csv"),
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task Preprocess_SkipBadRowsWithLogFile_LogsTheFirstTwenty()
    {
        WriteRaw(Ratings + string.Concat(Enumerable.Repeat("2,10,x,1\n", 25)));
        string log = Path.Combine(root, "run.log");

        (int code, _, _) = await Run([.. KeepAll, "--skip-bad-rows", "--log-file", log]);

        Assert.Equal(0, code);
        string[] lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        Assert.Equal(20, lines.Count(line => line.Contains("rating 'x' is not a number", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Preprocess_NothingSurvivesAPreset_SaysWhatWould()
    {
        WriteRaw(Ratings);

        (int code, _, string error) = await Run(["--preset", "tiny"]);

        Assert.Equal(1, code);
        string message = error.ReplaceLineEndings(" ");
        Assert.Contains(
            "No rating survives --min-user-ratings 500 with --min-movie-ratings 500.",
            message,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(Dataset));
    }

    [Fact]
    public async Task Preprocess_ThresholdBesideAPreset_OverridesIt()
    {
        WriteRaw(Ratings);

        (int code, _, _) = await Run(["--preset", "tiny", "--min-user-ratings", "3", "--min-movie-ratings", "2"]);

        Assert.Equal(0, code);
        string manifest = await Manifest();
        Assert.Contains("\"minUserRatings\": 3", manifest, StringComparison.Ordinal);
        Assert.Contains("\"minMovieRatings\": 2", manifest, StringComparison.Ordinal);
        Assert.Contains("\"minTagsPerItem\": 3", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preprocess_GivenFiles_TakesTheirParts()
    {
        WriteRaw(Ratings);
        string[] rows = Ratings.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string train = WriteFile("train.csv", string.Join('\n', rows[..6]));
        string test = WriteFile("test.csv", $"{rows[0]}\n{rows[6]}");

        (int code, _, _) = await Run([
            .. KeepAll,
            "--train-file",
            train,
            "--test-file",
            test,
            "--validation-fraction",
            "0",
        ]);

        Assert.Equal(0, code);
        string manifest = await Manifest();
        Assert.Contains("\"protocol\": \"given-files\"", manifest, StringComparison.Ordinal);
        Assert.Contains("\"trainRatings\": 5", manifest, StringComparison.Ordinal);
        Assert.Contains("\"testRatings\": 1", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preprocess_OutputFolderNotOurs_IsRefused()
    {
        WriteRaw(Ratings);
        string mine = WriteFile("dataset/mine.txt", "mine");

        (int code, _, string error) = await Run(KeepAll);

        Assert.Equal(1, code);
        Assert.Contains("holds files of another kind", error, StringComparison.Ordinal);
        Assert.True(File.Exists(mine));
    }

    [Theory]
    [InlineData("--preset", "huge")]
    [InlineData("--split", "weekly")]
    [InlineData("--min-user-ratings", "-1")]
    [InlineData("--min-movie-ratings", "few")]
    [InlineData("--train-file", "a.csv", "--split", "cold-user")]
    [InlineData("--train-file", "a.csv", "--test-fraction", "0.1")]
    [InlineData("--test-file", "a.csv")]
    [InlineData("--valid-file", "a.csv")]
    [InlineData("--train-file", "a.csv", "--test-file", "b.csv", "--test-fraction", "0.1")]
    [InlineData("--train-file", "a.csv", "--test-file", "b.csv", "--valid-file", "c.csv", "--split", "random")]
    [InlineData("--split", "leave-last", "--test-fraction", "0.1")]
    [InlineData("--split", "leave-last", "--validation-fraction", "0.1")]
    [InlineData("--test-fraction", "0.95")]
    [InlineData("--test-fraction", "1.5")]
    [InlineData("--test-fraction", "most")]
    [InlineData("--split", "leave-last", "--validation-fraction", "most")]
    [InlineData("--validation-fraction", "-0.1")]
    public async Task Preprocess_OptionsThatMakeNoSense_AreUsageErrors(params string[] options)
    {
        WriteRaw(Ratings);

        (int code, _, string error) = await Run([
            .. KeepAll.Where(_ => !options[0].StartsWith("--min", StringComparison.Ordinal)),
            .. options,
        ]);

        Assert.Equal(2, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("System.", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Dataset));
    }

    private async Task<(int Code, string Output, string Error)> Run(string[] options)
    {
        var output = new StringWriter(new StringBuilder());
        var error = new StringWriter(new StringBuilder());
        string[] args = ["preprocess", "--data-dir", Raw, "--output-dir", Dataset, .. options];
        int code = await MatineeCli.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private void WriteRaw(string ratings)
    {
        WriteFile("raw/ratings.csv", ratings);
        WriteFile("raw/movies.csv", Movies);
    }

    private string WriteFile(string name, string text)
    {
        string path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<string> Manifest() =>
        File.ReadAllTextAsync(Path.Combine(Dataset, "manifest.json"), TestContext.Current.CancellationToken);
}
