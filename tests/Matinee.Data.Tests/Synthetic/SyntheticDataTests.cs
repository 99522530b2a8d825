using System.Security.Cryptography;
using System.Text.Json;
using Matinee.Data.Demo;
using Matinee.Data.Synthetic;

namespace Matinee.Data.Tests.Synthetic;

public sealed class SyntheticDataTests : IDisposable
{
    private static readonly SyntheticOptions Small = new()
    {
        Users = 700,
        Movies = 900,
        Ratings = 150_000,
        Tags = 3_000,
    };
    private readonly string root = Directory.CreateTempSubdirectory("matinee-synthetic-").FullName;

    private string Target => Path.Combine(root, "raw", "synthetic");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Write_NewFolder_HasTheMovieLensLayoutAndTheMarker()
    {
        Write(Small);

        Assert.Equal(["links.csv", "movies.csv", "ratings.csv", "simulated.json", "tags.csv"], Names(Target));
        Assert.Equal(["synthetic"], Names(Path.Combine(root, "raw")));
        Assert.Equal("userId,movieId,rating,timestamp", Lines("ratings.csv")[0]);
        Assert.All(Lines("ratings.csv")[1..], line => Assert.Matches(@"^\d+,\d+,[0-5]\.[05],\d{9,10}$", line));
        Assert.Equal("userId,movieId,tag,timestamp", Lines("tags.csv")[0]);
        Assert.All(Lines("tags.csv")[1..], line => Assert.Matches(@"^\d+,\d+,[a-z ]+,\d{9,10}$", line));
        Assert.Equal("movieId,imdbId,tmdbId", Lines("links.csv")[0]);
        Assert.Equal("1,900000001,1900000001", Lines("links.csv")[1]);
        Assert.Equal("700,900000700,", Lines("links.csv")[700]);

        using JsonDocument marker = JsonDocument.Parse(File.ReadAllText(Path.Combine(Target, "simulated.json")));
        Assert.True(marker.RootElement.GetProperty("simulated").GetBoolean());
        Assert.Equal("matinee synthesize", marker.RootElement.GetProperty("generator").GetString());
        Assert.Equal(700, marker.RootElement.GetProperty("users").GetInt32());
        Assert.Equal(900, marker.RootElement.GetProperty("movies").GetInt32());
        Assert.Equal(150_000, marker.RootElement.GetProperty("ratings").GetInt64());
        Assert.Equal(3_000, marker.RootElement.GetProperty("tagApplications").GetInt64());
        Assert.Equal(42, marker.RootElement.GetProperty("seed").GetInt64());
    }

    [Fact]
    public void Write_Movies_HaveTitlesThatTestReadersAndKnownGenres()
    {
        Write(Small);

        string[] lines = Lines("movies.csv");
        Assert.Equal("movieId,title,genres", lines[0]);
        Assert.Matches(@"^1,Synthetic Movie 1 \((19|20)\d\d\),", lines[1]);
        Assert.Matches(@"^20,""Synthetic Movie 20, The \(\d{4}\)"",", lines[20]);
        Assert.Matches(@"^97,""Synthetic """"Movie"""" 97 \(\d{4}\)"",", lines[97]);
        string[] genres = [.. lines.Skip(1).SelectMany(line => line[(line.LastIndexOf(',') + 1)..].Split('|'))];
        Assert.Empty(genres.Except([.. DemoCatalogue.Genres, "(no genres listed)"]));
        Assert.Equal(0.41, genres.Count(genre => genre == "Drama") / 900.0, 0.08);
        Assert.Equal(0.27, genres.Count(genre => genre == "Comedy") / 900.0, 0.08);
        Assert.Equal(0.08, genres.Count(genre => genre == "(no genres listed)") / 900.0, 0.04);
    }

    [Fact]
    public void Write_AnyThreadCount_GivesTheSameBytes()
    {
        Write(Small with { MaxThreads = 1 });
        string first = Checksum();
        Write(Small with { MaxThreads = 2 });
        string second = Checksum();
        Write(Small with { MaxThreads = 7 });

        Assert.Equal(first, second);
        Assert.Equal(first, Checksum());
    }

    [Fact]
    public void Write_OtherSeed_ReplacesEarlierDataWithDifferentData()
    {
        Write(Small);
        string first = Checksum();

        Write(Small with { Seed = 43 });

        Assert.NotEqual(first, Checksum());
        Assert.Equal(["synthetic"], Names(Path.Combine(root, "raw")));
    }

    [Theory]
    [InlineData("ratings.csv", "userId,movieId,rating,timestamp")]
    [InlineData("simulated.json", "{ \"simulated\": true, \"generator\": \"matinee demo\" }")]
    public void Write_OverOtherData_RefusesAndKeepsIt(string name, string content)
    {
        Directory.CreateDirectory(Target);
        string file = Path.Combine(Target, name);
        File.WriteAllText(file, content);

        var exception = Assert.Throws<MatineeException>(() => Write(Small));

        Assert.Contains("holds no synthetic data", exception.Message);
        Assert.Equal(content, File.ReadAllText(file));
    }

    [Fact]
    public void Write_CancelledHalfway_LeavesTheOldDataAndNothingElse()
    {
        Write(Small);
        string first = Checksum();
        using var source = new CancellationTokenSource();
        var progress = new CallbackProgress(_ => source.Cancel());

        Assert.Throws<OperationCanceledException>(() =>
            SyntheticData.Write(Small with { Seed = 43 }, Target, progress, source.Token)
        );

        Assert.Equal(first, Checksum());
        Assert.Equal(["synthetic"], Names(Path.Combine(root, "raw")));
    }

    [Fact]
    public void Write_WithProgress_ReportsGrowingSharesUpToOne()
    {
        var shares = new List<double>();

        SyntheticData.Write(Small, Target, new CallbackProgress(shares.Add), TestContext.Current.CancellationToken);

        Assert.True(shares.Count > 1);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1]);
    }

    [Fact]
    public void Write_MoreThanTheDiskHolds_FailsBeforeItStarts()
    {
        var huge = new SyntheticOptions
        {
            Users = 2_000_000_000,
            Movies = 1_000_000,
            Ratings = 1_000_000_000_000_000,
        };

        var exception = Assert.Throws<MatineeException>(() => Write(huge));

        Assert.Contains("free", exception.Message);
        Assert.Empty(Names(root));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 3, 5)]
    [InlineData(40, 25, 1_000)]
    [InlineData(50, 30, 1_499)]
    [InlineData(3, 20_000, 3)]
    [InlineData(500, 40, 10_001)]
    public void Write_ExtremeShapes_HaveExactCountsAndNoRepetition(int users, int movies, long ratings)
    {
        Write(
            new SyntheticOptions
            {
                Users = users,
                Movies = movies,
                Ratings = ratings,
                Tags = SyntheticOptions.MaxTagsPerRating * ratings,
            }
        );

        SyntheticRow[] rows = [.. Lines("ratings.csv").Skip(1).Select(SyntheticRow.Parse)];
        Assert.Equal(ratings, rows.Length);
        Assert.Equal(rows.Length, rows.DistinctBy(row => (row.User, row.Movie)).Count());
        Assert.Equal(users, rows.DistinctBy(row => row.User).Count());
        long least = Math.Min(20, ratings / users);
        Assert.All(rows.CountBy(row => row.User), user => Assert.InRange(user.Value, least, movies));
        Assert.All(rows, row => Assert.InRange(row.Movie, 1, movies));
        Assert.Equal(SyntheticOptions.MaxTagsPerRating * ratings + 1, Lines("tags.csv").Length);
    }

    [Theory]
    [InlineData(0, 10, 10, 0, "--users 0")]
    [InlineData(10, 0, 10, 0, "--movies 0")]
    [InlineData(10, 10, 9, 0, "too few for 10 users")]
    [InlineData(10, 10, 101, 0, "Ask for 100 or fewer")]
    [InlineData(10, 10, 50, -1, "--tags -1")]
    [InlineData(10, 10, 50, 201, "between 0 and 200")]
    public void Write_OutOfBounds_SaysWhatToAskFor(int users, int movies, long ratings, long tags, string advice)
    {
        var options = new SyntheticOptions
        {
            Users = users,
            Movies = movies,
            Ratings = ratings,
            Tags = tags,
        };

        Assert.Contains(advice, Assert.Throws<MatineeException>(() => Write(options)).Message);
        Assert.Empty(Names(root));
    }

    private void Write(SyntheticOptions options) =>
        SyntheticData.Write(options, Target, cancellation: TestContext.Current.CancellationToken);

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(Target, name));

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

    private sealed class CallbackProgress(Action<double> callback) : IProgress<double>
    {
        public void Report(double value) => callback(value);
    }
}
