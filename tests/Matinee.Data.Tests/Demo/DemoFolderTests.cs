using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Matinee.Data.Demo;

namespace Matinee.Data.Tests.Demo;

public sealed class DemoFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("matinee-demo-").FullName;

    private string Target => Path.Combine(root, "raw", "demo");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Write_NewFolder_HasTheMovieLensLayoutAndTheMarker()
    {
        DemoData data = Generate();

        DemoFolder.Write(data, Target, TestContext.Current.CancellationToken);

        Assert.Equal(["links.csv", "movies.csv", "ratings.csv", "simulated.json", "tags.csv"], Names(Target));
        Assert.Equal(["demo"], Names(Path.Combine(root, "raw")));
        string[] ratings = File.ReadAllLines(Path.Combine(Target, "ratings.csv"));
        Assert.Equal("userId,movieId,rating,timestamp", ratings[0]);
        Assert.Equal(data.Ratings.Count + 1, ratings.Length);
        Assert.Matches(@"^1,\d+,[0-5]\.[05],\d+$", ratings[1]);
        string[] movies = File.ReadAllLines(Path.Combine(Target, "movies.csv"));
        Assert.Equal("movieId,title,genres", movies[0]);
        Assert.Contains(
            movies,
            line => line.EndsWith(",\"Matrix, The (1999)\",Action|Sci-Fi|Thriller", StringComparison.Ordinal)
        );
        Assert.Equal("1,,", File.ReadAllLines(Path.Combine(Target, "links.csv"))[1]);

        using JsonDocument marker = JsonDocument.Parse(File.ReadAllText(Path.Combine(Target, "simulated.json")));
        Assert.True(marker.RootElement.GetProperty("simulated").GetBoolean());
        Assert.Equal("matinee demo", marker.RootElement.GetProperty("generator").GetString());
        Assert.Equal(1, marker.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(30, marker.RootElement.GetProperty("users").GetInt32());
        Assert.Equal(900, marker.RootElement.GetProperty("ratings").GetInt32());
        Assert.Equal(42, marker.RootElement.GetProperty("seed").GetInt64());
    }

    [Fact]
    public void Write_SameSeed_GivesTheSameBytesInAnyCulture()
    {
        DemoFolder.Write(Generate(), Target, TestContext.Current.CancellationToken);
        string first = Checksum();

        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("", useUserOverride: false)
            {
                NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" },
            };
            DemoFolder.Write(Generate(), Target, TestContext.Current.CancellationToken);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(first, Checksum());
    }

    [Fact]
    public void Write_OverDemoData_ReplacesIt()
    {
        DemoFolder.Write(Generate(), Target, TestContext.Current.CancellationToken);
        string first = Checksum();

        DemoFolder.Write(Generate(seed: 43), Target, TestContext.Current.CancellationToken);

        Assert.NotEqual(first, Checksum());
        Assert.Equal(["demo"], Names(Path.Combine(root, "raw")));
    }

    [Theory]
    [InlineData("ratings.csv", "userId,movieId,rating,timestamp")]
    [InlineData("simulated.json", "{ \"simulated\": true, \"generator\": \"something else\" }")]
    [InlineData("simulated.json", "not json")]
    public void Write_OverOtherData_RefusesAndKeepsIt(string name, string content)
    {
        Directory.CreateDirectory(Target);
        string file = Path.Combine(Target, name);
        File.WriteAllText(file, content);

        var exception = Assert.Throws<MatineeException>(() =>
            DemoFolder.Write(Generate(), Target, TestContext.Current.CancellationToken)
        );

        Assert.Contains("--output-dir", exception.Message);
        Assert.Equal(content, File.ReadAllText(file));
    }

    [Fact]
    public void Write_OverDemoDataWithAForeignFile_RefusesAndNamesIt()
    {
        DemoFolder.Write(Generate(), Target, TestContext.Current.CancellationToken);
        File.WriteAllText(Path.Combine(Target, "notes.txt"), "mine");

        var exception = Assert.Throws<MatineeException>(() => DemoFolder.EnsureReplaceable(Target));

        Assert.Contains("notes.txt", exception.Message);
    }

    [Fact]
    public void Write_Cancelled_LeavesTheOldDataAndNothingElse()
    {
        DemoFolder.Write(Generate(), Target, TestContext.Current.CancellationToken);
        string first = Checksum();

        Assert.Throws<OperationCanceledException>(() =>
            DemoFolder.Write(Generate(seed: 43), Target, new CancellationToken(canceled: true))
        );

        Assert.Equal(first, Checksum());
        Assert.Equal(["demo"], Names(Path.Combine(root, "raw")));
    }

    private static DemoData Generate(long seed = 42) =>
        DemoGenerator.Generate(
            new DemoOptions
            {
                Users = 30,
                Ratings = 900,
                Seed = seed,
            },
            TestContext.Current.CancellationToken
        );

    private static string[] Names(string folder) =>
        [
            .. Directory
                .EnumerateFileSystemEntries(folder)
                .Select(entry => Path.GetFileName(entry))
                .Order(StringComparer.Ordinal),
        ];

    private string Checksum() =>
        string.Join(
            '\n',
            Names(Target)
                .Select(name => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(Target, name)))))
        );
}
