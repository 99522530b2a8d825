using System.Text.Json;

namespace Matinee.Cli.Tests.Commands;

public sealed class RecommendCommandTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Recommend_KnownUser_ShowsTheFavouritesAndAList()
    {
        CliResult result = (await Recommend("--user-id", "1")).Succeeded();

        Assert.Contains("Recommended for user 1", result.Out, StringComparison.Ordinal);
        Assert.Contains("Favourites: ", result.Out, StringComparison.Ordinal);
        Assert.Contains("│ 10 │", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recommend_Json_HoldsMoviesTheUserHasNotRated()
    {
        int[] movies = await Movies("--user-id", "2", "--n-recommendations", "7");
        HashSet<int> rated = RatedBy(2);

        Assert.Equal(7, movies.Length);
        Assert.DoesNotContain(movies, rated.Contains);
        Assert.Equal(movies, await Movies("--user-id", "2", "--n-recommendations", "7", "--exclude-watched"));
    }

    [Fact]
    public async Task Recommend_IncludeWatched_MayReturnRatedMovies()
    {
        int[] movies = await Movies("--user-id", "2", "--n-recommendations", "200", "--include-watched");

        Assert.Contains(movies, RatedBy(2).Contains);
    }

    [Fact]
    public async Task Recommend_Diversity_ReordersTheList()
    {
        int[] plain = await Movies("--user-id", "3");
        int[] diverse = await Movies("--user-id", "3", "--diversity", "0.6");

        Assert.Equal(plain[0], diverse[0]);
        Assert.NotEqual(plain, diverse);
    }

    [Fact]
    public async Task Recommend_DataDir_GivesTheSameAsTheBundle()
    {
        Assert.Equal(await Movies("--user-id", "3"), await Movies("--user-id", "3", "--data-dir", trained.Data));
    }

    [Fact]
    public async Task Recommend_OwnRatings_FollowThem()
    {
        string[] rated = [.. RatedBy(2).Take(20).Select(movie => $"{movie},5")];
        string file = workspace.Write("mine.csv", "movieId,rating\n" + string.Join('\n', rated));

        int[] movies = await Movies("--ratings", file);

        Assert.Equal(10, movies.Length);
        Assert.DoesNotContain(movies, movie => rated.Contains($"{movie},5"));
        Assert.NotEqual(await Movies("--user-id", "5"), movies);
    }

    [Fact]
    public async Task Recommend_Csv_HasAHeaderAndQuotesTitles()
    {
        CliResult result = (
            await Recommend("--user-id", "1", "--format", "csv", "--n-recommendations", "300")
        ).Succeeded();

        string[] lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("rank,movieId,title,genres,score,predictedRating", lines[0]);
        Assert.Contains(
            lines,
            line => line.Contains(", The (", StringComparison.Ordinal) && line.Contains(",\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Recommend_Json_NamesOneToThreeRatedMoviesPerMovie()
    {
        CliResult result = (await Recommend("--user-id", "2", "--format", "json")).Succeeded();
        HashSet<int> rated = RatedBy(2);
        using JsonDocument json = JsonDocument.Parse(result.Out);

        foreach (JsonElement movie in json.RootElement.GetProperty("recommendations").EnumerateArray())
        {
            JsonElement[] reasons = [.. movie.GetProperty("reasons").EnumerateArray()];
            Assert.InRange(reasons.Length, 1, 3);
            Assert.InRange(reasons.Sum(reason => reason.GetProperty("share").GetDouble()), 0.01, 1.001);
            Assert.All(
                reasons.Where(reason => reason.GetProperty("kind").GetString() == "rated-movie"),
                reason => Assert.Contains(reason.GetProperty("movieId").GetInt32(), rated)
            );
        }
    }

    [Fact]
    public async Task Recommend_OneRating_SaysThatPopularityCarriesTheList()
    {
        string file = workspace.Write("mine.csv", $"movieId,rating\n{RatedBy(2).First()},1\n");

        CliResult result = (await Recommend("--ratings", file, "--format", "json")).Succeeded();

        using JsonDocument json = JsonDocument.Parse(result.Out);
        JsonElement first = json.RootElement.GetProperty("recommendations")[0].GetProperty("reasons")[0];
        Assert.Equal("popularity", first.GetProperty("kind").GetString());
        Assert.Equal(80, first.GetProperty("users").GetInt32());
        Assert.DoesNotContain(
            "liked",
            result.Out.Replace("\"liked\": false", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Recommend_Explain_IsAColumnOfTheTableThatCanBeLeftOut()
    {
        CliResult explained = (await Recommend("--user-id", "1")).Succeeded();
        CliResult plain = (await Recommend("--user-id", "1", "--explain", "false")).Succeeded();

        Assert.Contains("│ because of", explained.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("│ because of", plain.Out, StringComparison.Ordinal);
        Assert.Contains("│ genres", plain.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recommend_ExplainedCsv_HasAColumnOfReasons()
    {
        CliResult result = (await Recommend("--user-id", "1", "--format", "csv", "--explain")).Succeeded();

        string[] lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("rank,movieId,title,genres,score,predictedRating,reasons", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Contains("you ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recommend_UnknownUser_SaysHowToPassRatings()
    {
        (await Recommend("--user-id", "999999")).FailedWith(1, "--ratings file.csv");
    }

    [Theory]
    [InlineData("movieId,rating\n1,9\n", "line 2: rating '9'")]
    [InlineData("movieId,rating\nx,4\n", "line 2: movieId 'x'")]
    [InlineData("movieId,rating\n", "holds no ratings")]
    [InlineData("movieId,rating\n2000000,4\n", "None of the 1 movies")]
    [InlineData("film,stars\n1,4\n", "no column 'movieId'")]
    [InlineData("userId,movieId,rating\n1,1,4\n2,2,4\n", "more than one user")]
    [InlineData("", "is empty")]
    public async Task Recommend_BadRatingsFile_SaysWhere(string text, string message)
    {
        (await Recommend("--ratings", workspace.Write("mine.csv", text))).FailedWith(1, message);
    }

    [Fact]
    public async Task Recommend_SomeUnknownMovies_WarnsAndGoesOn()
    {
        int known = RatedBy(2).First();
        string file = workspace.Write("mine.csv", $"movieId,rating\n{known},4\n2000000,4\n");

        CliResult result = (await Recommend("--ratings", file)).Succeeded();

        Assert.Contains("1 of 2 movies", result.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Give one of --user-id")]
    [InlineData("Give one of --user-id", "--user-id", "1", "--ratings", "x.csv")]
    [InlineData("contradict", "--user-id", "1", "--include-watched", "--exclude-watched")]
    [InlineData("--n-recommendations must be at least 1", "--user-id", "1", "--n-recommendations", "0")]
    [InlineData("xml", "--user-id", "1", "--format", "xml")]
    [InlineData("not 'abc'", "--user-id", "abc")]
    [InlineData("not '1.5'", "--user-id", "1", "--n-recommendations", "1.5")]
    [InlineData("no use with --ratings", "--ratings", "x.csv", "--data-dir", "y")]
    public async Task Recommend_BadFlags_AreUsageErrors(string message, params string[] flags)
    {
        (await Recommend(flags)).FailedWith(MatineeCli.UsageError, message);
    }

    private async Task<int[]> Movies(params string[] flags)
    {
        CliResult result = (await Recommend([.. flags, "--format", "json"])).Succeeded();
        using JsonDocument json = JsonDocument.Parse(result.Out);
        return
        [
            .. json
                .RootElement.GetProperty("recommendations")
                .EnumerateArray()
                .Select(movie => movie.GetProperty("id").GetInt32()),
        ];
    }

    private HashSet<int> RatedBy(int user) =>
        [
            .. File.ReadLines(Path.Combine(trained.Raw, "ratings.csv"))
                .Where(line => line.StartsWith($"{user},", StringComparison.Ordinal))
                .Select(line => int.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)),
        ];

    private Task<CliResult> Recommend(params string[] flags) =>
        Workspace.RunAsync(["recommend", "--model-path", trained.Model, .. flags]);
}
