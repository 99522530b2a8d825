using System.Text.Json;

namespace Matinee.Api.Tests.Server;

public sealed class MovieTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly TestServer server = fixture.Server;

    [Fact]
    public async Task Movie_Listed_IsTheSameAlone()
    {
        JsonElement movie = await FirstAsync("");

        JsonElement alone = await server.GetAsync($"/api/movies/{movie.GetProperty("id").GetInt32()}");

        Assert.Equal(movie.GetRawText(), alone.GetRawText());
    }

    [Fact]
    public async Task Movies_MistypedTitle_IsFound()
    {
        JsonElement movie = await FirstAsync("sort=popularity");
        string title = movie.GetProperty("title").GetString()!;
        string mistyped = title[..2] + title[3..title.IndexOf('(', StringComparison.Ordinal)];

        JsonElement page = await server.GetAsync($"/api/movies?query={Uri.EscapeDataString(mistyped)}&limit=5");

        Assert.Contains(
            title,
            page.GetProperty("movies").EnumerateArray().Select(one => one.GetProperty("title").GetString())
        );
    }

    [Fact]
    public async Task Movies_Pages_HoldEveryMovieOnce()
    {
        var ids = new List<int>();
        int total = 0;
        for (string cursor = ""; cursor is not null; )
        {
            JsonElement page = await server.GetAsync($"/api/movies?genre=Comedy&sort=year&limit=7{cursor}");
            total = page.GetProperty("totalMovies").GetInt32();
            ids.AddRange(page.GetProperty("movies").EnumerateArray().Select(one => one.GetProperty("id").GetInt32()));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null!;
        }

        Assert.Equal(total, ids.Count);
        Assert.Equal(total, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("/api/movies?sort=best", "sort")]
    [InlineData("/api/movies?limit=101", "limit")]
    [InlineData("/api/movies?cursor=abc", "cursor")]
    [InlineData("/api/movies?genre=Nonsense", "genre")]
    [InlineData("/api/search", "q")]
    [InlineData("/api/search?q=%20", "q")]
    [InlineData("/api/search?q=a%00b", "q")]
    [InlineData("/api/search?q=space&limit=0", "limit")]
    [InlineData("/api/movies/1/similar?by=colour", "by")]
    [InlineData("/api/movies/1/prediction", "user_id")]
    [InlineData("/api/movies/1/prediction?user_id=x", "user_id")]
    [InlineData("/api/onboarding/movies?rated=1", "rated")]
    [InlineData("/api/onboarding/movies?rated=1:4.2", "rated")]
    [InlineData("/api/onboarding/movies?rated=99999999:4", "rated")]
    [InlineData("/api/onboarding/movies?skipped=x", "skipped")]
    public async Task Movies_BadQuery_NamesTheField(string path, string field)
    {
        JsonElement problem = await server.ProblemAsync("GET", path, 400, "validation");

        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/similar")]
    [InlineData("/prediction?user_id=7")]
    public async Task Movie_Unknown_IsNotFound(string rest) =>
        await server.ProblemAsync("GET", $"/api/movies/99999999{rest}", 404, "unknown-movie");

    [Theory]
    [InlineData("blended")]
    [InlineData("collaborative")]
    [InlineData("textual")]
    public async Task Similar_AnyWay_ListsOthersByScore(string by)
    {
        JsonElement page = await server.GetAsync($"/api/movies/1/similar?by={by}&limit=10");

        JsonElement[] movies = [.. page.GetProperty("movies").EnumerateArray()];
        Assert.Equal(10, movies.Length);
        Assert.DoesNotContain(1, movies.Select(one => one.GetProperty("movie").GetProperty("id").GetInt32()));
        double[] scores = [.. movies.Select(one => one.GetProperty("score").GetDouble())];
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Fact]
    public async Task Search_WithoutEncoder_IsLexicalAndSaysSo()
    {
        JsonElement movie = await FirstAsync("sort=popularity");
        string title = movie.GetProperty("title").GetString()!;

        JsonElement page = await server.GetAsync($"/api/search?q={Uri.EscapeDataString(title)}");

        Assert.Equal("lexical", page.GetProperty("mode").GetString());
        Assert.NotEmpty(page.GetProperty("note").GetString()!);
        Assert.Equal(title, page.GetProperty("results")[0].GetProperty("movie").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Onboarding_RatingsSoFar_AreNotAskedAgain()
    {
        JsonElement first = await server.GetAsync("/api/onboarding/movies?limit=5");
        int[] asked = Ids(first);

        JsonElement next = await server.GetAsync(
            $"/api/onboarding/movies?limit=5&rated={asked[0]}:5,{asked[1]}:0.5&skipped={asked[2]}"
        );

        Assert.Equal(2, next.GetProperty("ratingsSoFar").GetInt32());
        Assert.DoesNotContain(Ids(next), asked[..3].Contains);
        Assert.Equal(asked, Ids(await server.GetAsync("/api/onboarding/movies?limit=5")));

        static int[] Ids(JsonElement page) =>
            [.. page.GetProperty("movies").EnumerateArray().Select(movie => movie.GetProperty("id").GetInt32())];
    }

    [Fact]
    public async Task Onboarding_User_CountsTheStoredRatings()
    {
        int id = await server.NewUserAsync("""{ "ratings": [{ "movieId": 1, "rating": 4 }] }""");

        JsonElement page = await server.GetAsync($"/api/onboarding/movies?user_id={id}&rated=1:2,2:3");

        Assert.Equal(2, page.GetProperty("ratingsSoFar").GetInt32());
    }

    [Fact]
    public async Task Prediction_RatedMovie_ShowsTheRatingToo()
    {
        int movie = (await FirstAsync("sort=popularity")).GetProperty("id").GetInt32();
        int id = await server.NewUserAsync($$"""{ "ratings": [{ "movieId": {{movie}}, "rating": 4.5 }] }""");

        JsonElement prediction = await server.GetAsync($"/api/movies/{movie}/prediction?user_id={id}");

        Assert.Equal(4.5f, prediction.GetProperty("rating").GetSingle());
        Assert.InRange(prediction.GetProperty("predictedRating").GetDouble(), 0.5, 5);
        Assert.Equal(JsonValueKind.Null, prediction.GetProperty("levels").ValueKind);
    }

    private async Task<JsonElement> FirstAsync(string query) =>
        (await server.GetAsync($"/api/movies?limit=1&{query}")).GetProperty("movies")[0];
}
