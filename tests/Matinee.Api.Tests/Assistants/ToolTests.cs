using System.Text.Json;
using Matinee.Api.Tests.Server;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Matinee.Api.Tests.Assistants;

public sealed class ToolTests(EaseServer fixture) : IClassFixture<EaseServer>, IAsyncLifetime
{
    private readonly TestServer server = fixture.Server;
    private McpClient client = null!;

    public async ValueTask InitializeAsync() => client = await server.ConnectAsync();

    public ValueTask DisposeAsync() => client.DisposeAsync();

    [Fact]
    public async Task Recommend_KnownUser_IsTheListOfTheApi()
    {
        JsonElement answer = await client.AnswerAsync(
            "recommend",
            """{ "user_id": 7, "limit": 8, "genre": ["Comedy", "!Romance"], "year_min": 1980, "diversity": 0.2 }"""
        );

        JsonElement rest = await server.GetAsync(
            "/api/recommendations/7?limit=8&genre=Comedy&genre=!Romance&year_min=1980&diversity=0.2"
        );
        Assert.Equal(TestServer.Ids(rest), answer.Ids("recommendations"));
        JsonElement first = answer.GetProperty("recommendations")[0];
        JsonElement same = rest.GetProperty("recommendations")[0];
        Assert.Equal(same.GetProperty("predictedRating").GetDouble(), first.GetProperty("predictedStars").GetDouble());
        Assert.Equal(
            same.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("text").GetString()),
            first.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("text").GetString())
        );
    }

    [Fact]
    public async Task Recommend_RatingsByIdAndTitle_IsTheVisitorsList()
    {
        JsonElement movies = (await server.GetAsync("/api/movies?sort=popularity&limit=2")).GetProperty("movies");
        int first = movies[0].GetProperty("id").GetInt32();
        string title = movies[1].GetProperty("title").GetString()!;

        JsonElement answer = await client.AnswerAsync(
            "recommend",
            $$"""{ "ratings": [{ "movie": {{first}}, "stars": 5 }, { "movie": {{JsonSerializer.Serialize(title)}}, "stars": "4.5" }] }"""
        );

        JsonElement rest = await server.JsonAsync(
            "POST",
            "/api/recommendations",
            $$"""{ "ratings": [{ "movieId": {{first}}, "rating": 5 }, { "movieId": {{movies[1].GetProperty("id")}}, "rating": 4.5 }] }"""
        );
        Assert.Equal(TestServer.Ids(rest), answer.Ids("recommendations"));
    }

    [Fact]
    public async Task Recommend_NobodyInParticular_SaysSo()
    {
        CallToolResult result = await client.CallAsync("recommend", "{}");

        Assert.Contains("Nothing is known about the person", result.Words(), StringComparison.Ordinal);
        Assert.Equal(5, result.StructuredContent!.Value.Ids("recommendations").Length);
    }

    [Fact]
    public async Task Search_Words_FindsWhatTheApiFinds()
    {
        JsonElement answer = await client.AnswerAsync("search_movies", """{ "q": "comedy 1990s", "limit": 6 }""");

        JsonElement rest = await server.GetAsync("/api/search?q=comedy%201990s&limit=6");
        Assert.Equal(
            rest.GetProperty("results")
                .EnumerateArray()
                .Select(found => found.GetProperty("movie").GetProperty("id").GetInt32()),
            answer.Ids("movies")
        );
        Assert.Equal(6, answer.Ids("movies").Length);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"1\"")]
    [InlineData("\"id:1\"")]
    [InlineData("null", true)]
    public async Task Similar_ByIdOrTitle_IsTheListOfTheApi(string movie, bool byTitle = false)
    {
        string title = (await server.GetAsync("/api/movies/1")).GetProperty("title").GetString()!;
        string named = byTitle ? JsonSerializer.Serialize(title.ToUpperInvariant()) : movie;

        JsonElement answer = await client.AnswerAsync(
            "similar_movies",
            $$"""{ "movie": {{named}}, "limit": 4, "by": "textual" }"""
        );

        JsonElement rest = await server.GetAsync("/api/movies/1/similar?limit=4&by=textual");
        Assert.Equal(1, answer.GetProperty("movie").GetProperty("id").GetInt32());
        Assert.Equal(
            rest.GetProperty("movies")
                .EnumerateArray()
                .Select(one => one.GetProperty("movie").GetProperty("id").GetInt32()),
            answer.Ids("similar")
        );
    }

    [Fact]
    public async Task Rate_Movie_CountsInTheNextRecommendation()
    {
        int user = await server.NewUserAsync();
        int[] before = (await client.AnswerAsync("recommend", $$"""{ "user_id": {{user}}, "limit": 20 }""")).Ids(
            "recommendations"
        );

        JsonElement rated = await client.AnswerAsync(
            "rate_movie",
            $$"""{ "user_id": {{user}}, "movie": "id:{{before[3]}}", "stars": 5 }"""
        );

        JsonElement after = await client.AnswerAsync("recommend", $$"""{ "user_id": {{user}}, "limit": 20 }""");
        Assert.Equal(before[3], rated.GetProperty("rated").GetProperty("id").GetInt32());
        Assert.DoesNotContain(before[3], after.Ids("recommendations"));
        Assert.NotEqual(before.Where(id => id != before[3]), after.Ids("recommendations").Take(before.Length - 1));
        JsonElement stored = (await server.GetAsync($"/api/users/{user}/ratings")).GetProperty("ratings")[0];
        Assert.Equal(5, stored.GetProperty("rating").GetSingle());
    }

    [Fact]
    public async Task Rate_AmbiguousTitle_GivesCandidatesAndRatesNothing()
    {
        int user = await server.NewUserAsync();
        foreach (int year in (int[])[1951, 1988])
        {
            await server.JsonAsync("POST", "/api/movies", $$"""{ "title": "Zebra Opera ({{year}})" }""", status: 201);
        }

        CallToolResult result = await client.CallAsync(
            "rate_movie",
            $$"""{ "user_id": {{user}}, "movie": "zebra opera", "stars": 4 }"""
        );

        Assert.True(result.IsError);
        JsonElement unclear = Assert.Single(
            result.StructuredContent!.Value.GetProperty("unclear").EnumerateArray().ToArray()
        );
        Assert.Equal("zebra opera", unclear.GetProperty("asked").GetString());
        Assert.Equal(
            [1951, 1988],
            unclear.GetProperty("candidates").EnumerateArray().Select(one => one.GetProperty("year").GetInt32()).Order()
        );
        Assert.Contains("Ask the person", result.Words(), StringComparison.Ordinal);
        Assert.Equal(0, (await server.GetAsync($"/api/users/{user}")).GetProperty("totalRatings").GetInt32());

        // As the answer says: by id, or with the year.
        JsonElement rated = await client.AnswerAsync(
            "rate_movie",
            $$"""{ "user_id": {{user}}, "movie": "Zebra Opera 1988", "stars": 4 }"""
        );
        Assert.Equal(1988, rated.GetProperty("rated").GetProperty("year").GetInt32());
    }

    [Fact]
    public async Task Movie_DigitsThatAreAnIdAndATitle_AreAmbiguous()
    {
        await server.JsonAsync("POST", "/api/movies", """{ "title": "3 (2010)" }""", status: 201);

        CallToolResult asText = await client.CallAsync("similar_movies", """{ "movie": "3" }""");
        JsonElement asId = await client.AnswerAsync("similar_movies", """{ "movie": "id:3" }""");

        Assert.True(asText.IsError);
        Assert.Equal(
            2,
            asText.StructuredContent!.Value.GetProperty("unclear")[0].GetProperty("candidates").GetArrayLength()
        );
        Assert.Equal(3, asId.GetProperty("movie").GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Movie_MistypedTitle_IsAskedBack()
    {
        string title = (await server.GetAsync("/api/movies?sort=popularity&limit=1"))
            .GetProperty("movies")[0]
            .GetProperty("title")
            .GetString()!;
        string mistyped = title[..^7][..^1] + "zz";

        string error = await client.ErrorAsync(
            "rate_movie",
            $$"""{ "user_id": 21, "movie": {{JsonSerializer.Serialize(mistyped)}}, "stars": 4 }"""
        );

        Assert.Contains("Nothing was done", error, StringComparison.Ordinal);
    }
}
