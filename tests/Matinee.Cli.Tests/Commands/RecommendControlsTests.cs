using System.Text.Json;

namespace Matinee.Cli.Tests.Commands;

/// <summary>Filters and controls through <c>recommend</c>.</summary>
public sealed class RecommendControlsTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("--diversity", "0.6")]
    [InlineData("--diversity", "0.6", "--diversity-method", "dpp")]
    [InlineData("--calibration", "0.9")]
    [InlineData("--popularity", "-1")]
    [InlineData("--popularity", "1")]
    [InlineData("--serendipity", "0.8")]
    public async Task Recommend_AnyControl_ChangesTheListAndBeginsTheLongerOne(params string[] flags)
    {
        int[] plain = Ids(await Movies());
        int[] ten = Ids(await Movies(flags));
        int[] thirty = Ids(await Movies([.. flags, "--n-recommendations", "30"]));

        Assert.NotEqual(plain, ten);
        Assert.Equal(thirty[..10], ten);
    }

    [Fact]
    public async Task Recommend_ControlsAtZero_ChangeNothing()
    {
        Assert.Equal(
            Ids(await Movies()),
            Ids(
                await Movies(
                    "--diversity",
                    "0",
                    "--calibration",
                    "0",
                    "--popularity",
                    "0",
                    "--serendipity",
                    "0",
                    "--min-ratings",
                    "0"
                )
            )
        );
    }

    [Fact]
    public async Task Recommend_Genres_ListsMoviesOfEitherAndNoExcludedOne()
    {
        JsonElement[] movies = await Movies("--genre", "comedy", "--genre", "Horror", "--exclude-genre", "drama");

        Assert.Equal(10, movies.Length);
        Assert.All(movies, movie => Assert.Contains(Genres(movie), genre => genre is "Comedy" or "Horror"));
        Assert.All(movies, movie => Assert.DoesNotContain("Drama", Genres(movie)));
    }

    [Theory]
    [InlineData("1990-1999", 1990, 1999)]
    [InlineData("2000-", 2000, 3000)]
    [InlineData("-1989", 0, 1989)]
    public async Task Recommend_Years_ListsOnlyThem(string years, int from, int to)
    {
        JsonElement[] movies = await Movies("--years", years);

        Assert.Equal(10, movies.Length);
        Assert.All(movies, movie => Assert.InRange(movie.GetProperty("year").GetInt32(), from, to));
    }

    [Fact]
    public async Task Recommend_MinRatings_LeavesLittleKnownMoviesOut()
    {
        const int Least = 15;
        Dictionary<int, int> counts = File.ReadLines(Path.Combine(trained.Raw, "ratings.csv"))
            .Skip(1)
            .GroupBy(line => int.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture))
            .ToDictionary(group => group.Key, group => group.Count());

        int[] any = Ids(await Movies("--popularity", "-1"));
        int[] often = Ids(await Movies("--popularity", "-1", "--min-ratings", "15"));

        Assert.Contains(any, movie => counts.GetValueOrDefault(movie) < Least);
        Assert.NotEmpty(often);
        // The file holds the test part too, so at least as many.
        Assert.All(often, movie => Assert.True(counts[movie] >= Least));
    }

    [Fact]
    public async Task Recommend_Excluded_AreNotListed()
    {
        int[] plain = Ids(await Movies());
        string file = workspace.Write("seen.csv", $"movieId,rating\n{plain[2]},4\n{plain[3]},5\n");

        int[] rest = Ids(await Movies("--exclude", $"{plain[0]},{plain[1]}", "--exclude-file", file));

        Assert.Equal(plain[4..], rest[..6]);
        Assert.Empty(rest.Intersect(plain[..4]));
    }

    [Fact]
    public async Task Recommend_ExcludedUnknownMovie_Warns()
    {
        CliResult result = (await Recommend("--exclude", "1,77777777")).Succeeded();

        Assert.Contains("1 of 2 excluded movies", result.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recommend_FewerPass_SaysHowMany()
    {
        CliResult result = (await Recommend("--genre", "Comedy", "--n-recommendations", "5000")).Succeeded();

        Assert.Contains(
            "of 5,000 movies can be listed",
            result.Error.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Recommend_NothingPasses_SaysSo()
    {
        CliResult result = (await Recommend("--years", "1800")).Succeeded();

        Assert.Contains("No movie can be listed", result.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Did you mean 'Comedy'?", "--genre", "Comdy")]
    [InlineData("Did you mean 'Horror'?", "--exclude-genre", "horrors")]
    [InlineData("has the tag 'zzzzzzzzzz'", "--tag", "zzzzzzzzzz")]
    public async Task Recommend_UnknownName_NamesTheNearest(string message, params string[] flags)
    {
        (await Recommend(flags)).FailedWith(1, message);
    }

    [Theory]
    [InlineData("not '1999-1990'", "--years", "1999-1990")]
    [InlineData("not 'old'", "--years", "old")]
    [InlineData("not '-'", "--years", "-")]
    [InlineData("'best' not recognized", "--diversity-method", "best")]
    [InlineData("not 'x'", "--exclude", "1,x")]
    [InlineData("--min-ratings must be at least 0", "--min-ratings", "-1")]
    [InlineData("--popularity must be between -1 and 1", "--popularity", "1.5")]
    [InlineData("--serendipity must be between 0 and 1", "--serendipity", "x")]
    public async Task Recommend_BadFlag_IsAUsageError(string message, params string[] flags)
    {
        (await Recommend(flags)).FailedWith(MatineeCli.UsageError, message);
    }

    [Fact]
    public async Task Recommend_ExcludeFileWithoutIds_SaysWhichColumnIsMissing()
    {
        string file = workspace.Write("seen.csv", "film\n1\n");

        (await Recommend("--exclude-file", file)).FailedWith(1, "no column 'movieId'");
    }

    private async Task<JsonElement[]> Movies(params string[] flags)
    {
        CliResult result = (await Recommend([.. flags, "--format", "json"])).Succeeded();
        using JsonDocument json = JsonDocument.Parse(result.Out);
        return [.. json.RootElement.GetProperty("recommendations").Clone().EnumerateArray()];
    }

    private static int[] Ids(JsonElement[] movies) => [.. movies.Select(movie => movie.GetProperty("id").GetInt32())];

    private static string[] Genres(JsonElement movie) =>
        [.. movie.GetProperty("genres").EnumerateArray().Select(genre => genre.GetString()!)];

    private Task<CliResult> Recommend(params string[] flags) =>
        Workspace.RunAsync(["recommend", "--model-path", trained.Model, "--user-id", "3", .. flags]);
}
