using System.Text.Json;

namespace Matinee.Api.Tests.Server;

public sealed class ListAndEventTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly TestServer server = fixture.Server;

    [Fact]
    public async Task Hidden_Movie_IsNeverRecommendedUntilShownAgain()
    {
        int id = await server.NewUserAsync();
        int movie = (await server.RecommendedAsync(id))[0];

        await server.JsonAsync("PUT", $"/api/users/{id}/hidden/{movie}", status: 204);
        await server.JsonAsync("PUT", $"/api/users/{id}/hidden/{movie}", status: 204);

        Assert.DoesNotContain(movie, await server.RecommendedAsync(id, "limit=100&include=any"));
        JsonElement hidden = await server.GetAsync($"/api/users/{id}/hidden");
        Assert.Equal([movie], hidden.GetProperty("movieIds").EnumerateArray().Select(one => one.GetInt32()));
        await server.JsonAsync("DELETE", $"/api/users/{id}/hidden/{movie}", status: 204);
        await server.JsonAsync("DELETE", $"/api/users/{id}/hidden/{movie}", status: 204);
        Assert.Equal(movie, (await server.RecommendedAsync(id))[0]);
    }

    [Fact]
    public async Task AllowList_Stored_KeepsListsToIt()
    {
        int id = await server.NewUserAsync();
        int[] movies = await server.RecommendedAsync(id);
        int[] some = [movies[7], movies[2], movies[11]];

        JsonElement stored = await server.JsonAsync(
            "PUT",
            $"/api/users/{id}/allow-list",
            $$"""{ "movieIds": [{{string.Join(',', some)}}, "imdb:tt9999999"] }"""
        );

        Assert.Equal(some.Order(), stored.GetProperty("movieIds").EnumerateArray().Select(one => one.GetInt32()));
        Assert.Equal("imdb:tt9999999", stored.GetProperty("unknown")[0].GetString());
        Assert.Equal([movies[2], movies[7], movies[11]], await server.RecommendedAsync(id));
        Assert.Equal([movies[7]], await server.RecommendedAsync(id, $"only={movies[7]},{movies[0]}"));
        await server.JsonAsync("DELETE", $"/api/users/{id}/allow-list", status: 204);
        Assert.Equal(movies, await server.RecommendedAsync(id));
        Assert.Equal(
            JsonValueKind.Null,
            (await server.GetAsync($"/api/users/{id}/allow-list")).GetProperty("movieIds").ValueKind
        );
    }

    [Fact]
    public async Task AllowList_Empty_RecommendsNothing()
    {
        int id = await server.NewUserAsync();

        await server.JsonAsync("PUT", $"/api/users/{id}/allow-list", """{ "movieIds": [] }""");

        Assert.Empty(await server.RecommendedAsync(id));
    }

    [Fact]
    public async Task Events_Liked_IsSeenAndCountsAsRatedWell()
    {
        int id = await server.NewUserAsync();
        int[] before = await server.RecommendedAsync(id);

        await server.JsonAsync(
            "POST",
            $"/api/users/{id}/events",
            $$"""{ "events": [{ "movieId": {{before[0]}}, "type": "liked" }] }"""
        );
        int rating = await server.NewUserAsync($$"""{ "ratings": [{ "movieId": {{before[0]}}, "rating": 4.5 }] }""");

        int[] list = await server.RecommendedAsync(id);
        Assert.DoesNotContain(before[0], list);
        Assert.Equal(await server.RecommendedAsync(rating), list);
    }

    [Fact]
    public async Task Events_Watched_IsSeenAndCounts()
    {
        int id = await server.NewUserAsync();
        int[] before = await server.RecommendedAsync(id);

        JsonElement stored = await server.JsonAsync(
            "POST",
            $"/api/users/{id}/events",
            $$"""{ "events": [{ "movieId": {{before[0]}}, "type": "watched" }] }"""
        );

        int[] after = await server.RecommendedAsync(id);
        Assert.Equal(1, stored.GetProperty("added").GetInt32());
        Assert.DoesNotContain(before[0], after);
        Assert.NotEqual(before[1..], after[..^1]);
        Assert.Equal(0, (await server.GetAsync($"/api/users/{id}")).GetProperty("totalRatings").GetInt32());
    }

    [Fact]
    public async Task Events_ClickedThrice_ChangesNothingYet()
    {
        int id = await server.NewUserAsync();
        int[] before = await server.RecommendedAsync(id);
        string click = $$"""{ "events": [{ "movieId": {{before[0]}}, "type": "clicked" }] }""";

        for (int n = 0; n < 3; n++)
        {
            await server.JsonAsync("POST", $"/api/users/{id}/events", click);
        }

        Assert.Equal(before, await server.RecommendedAsync(id));
        await server.JsonAsync("POST", $"/api/users/{id}/events", click);
        Assert.NotEqual(before, await server.RecommendedAsync(id));
    }

    [Fact]
    public async Task Events_SameKey_CountOnce()
    {
        int id = await server.NewUserAsync();
        const string Body =
            """{ "events": [{ "movieId": 1, "type": "watched", "key": "a" }, { "movieId": 2, "type": "clicked", "key": "b" }] }""";

        await server.JsonAsync("POST", $"/api/users/{id}/events", Body);
        JsonElement again = await server.JsonAsync("POST", $"/api/users/{id}/events", Body);

        Assert.Equal(0, again.GetProperty("added").GetInt32());
        Assert.Equal(2, again.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("""{ "events": [] }""", "events", "validation")]
    [InlineData("""{ "events": [{ "movieId": 1, "type": "seen" }] }""", "events[0].type", "malformed-json")]
    [InlineData("""{ "events": [{ "movieId": 1, "type": 1 }] }""", "events[0].type", "malformed-json")]
    [InlineData("""{ "events": [{ "movieId": 99999999, "type": "watched" }] }""", "events[0].movieId", "validation")]
    [InlineData("""{ "events": [{ "movieId": 1, "type": "watched", "key": "" }] }""", "events[0].key", "validation")]
    [InlineData("""{ "events": [{ "movieId": true, "type": "watched" }] }""", "events[0].movieId", "malformed-json")]
    public async Task Events_BadBody_NamesTheField(string body, string field, string type)
    {
        JsonElement problem = await server.ProblemAsync("POST", "/api/users/7/events", 400, type, body);

        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
    }
}
