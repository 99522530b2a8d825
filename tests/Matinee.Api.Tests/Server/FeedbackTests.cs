using System.Net;
using System.Text.Json;

namespace Matinee.Api.Tests.Server;

public sealed class FeedbackTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly TestServer server = fixture.Server;

    [Fact]
    public async Task CreateUser_NoBody_GivesAnIdThatNoDataHas()
    {
        using HttpResponseMessage response = await server.SendAsync("POST", "/api/users");
        JsonElement user = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        int id = user.GetProperty("id").GetInt32();
        Assert.True(id >= 1_000_000, $"{id}");
        Assert.Equal($"/api/users/{id}", response.Headers.Location?.ToString());
        Assert.Equal(5, (await server.RecommendedAsync(id, "")).Length);
        Assert.NotEqual(id, await server.NewUserAsync());
    }

    [Fact]
    public async Task CreateUser_WithRatings_HasThem()
    {
        int id = await server.NewUserAsync(
            """{ "ratings": [{ "movieId": 1, "rating": 4.5, "timestamp": 1000000000 }] }"""
        );

        JsonElement page = await server.GetAsync($"/api/users/{id}/ratings");

        Assert.Equal(1, page.GetProperty("totalRatings").GetInt32());
        Assert.Equal(1000000000, page.GetProperty("ratings")[0].GetProperty("timestamp").GetInt64());
    }

    [Fact]
    public async Task PutRating_NewUser_MovesTheNextAnswer()
    {
        int id = await server.NewUserAsync();
        int[] before = await server.RecommendedAsync(id);

        JsonElement rated = await server.JsonAsync(
            "PUT",
            $"/api/users/{id}/ratings/{before[3]}",
            """{ "rating": 5 }"""
        );

        int[] after = await server.RecommendedAsync(id);
        Assert.Equal(before[3], rated.GetProperty("id").GetInt32());
        Assert.Equal(5, rated.GetProperty("rating").GetSingle());
        Assert.DoesNotContain(before[3], after);
        Assert.NotEqual(before.Where(movie => movie != before[3]), after.Take(before.Length - 1));
    }

    [Fact]
    public async Task PutRating_Twice_ChangesNothing()
    {
        int id = await server.NewUserAsync();
        JsonElement first = await server.JsonAsync(
            "PUT",
            $"/api/users/{id}/ratings/1",
            """{ "rating": 3.5, "timestamp": 12 }"""
        );

        JsonElement second = await server.JsonAsync("PUT", $"/api/users/{id}/ratings/1", """{ "rating": 3.5 }""");

        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(1, (await server.GetAsync($"/api/users/{id}")).GetProperty("totalRatings").GetInt32());
    }

    [Fact]
    public async Task PutRating_OtherStars_ReplacesTheRating()
    {
        int id = await server.NewUserAsync();
        await server.JsonAsync("PUT", $"/api/users/{id}/ratings/1", """{ "rating": 3.5 }""");

        await server.JsonAsync("PUT", $"/api/users/{id}/ratings/1", """{ "rating": 0.5 }""");

        JsonElement page = await server.GetAsync($"/api/users/{id}/ratings");
        Assert.Equal(
            0.5f,
            Assert.Single(page.GetProperty("ratings").EnumerateArray()).GetProperty("rating").GetSingle()
        );
    }

    [Fact]
    public async Task PutRating_UserOfTheData_WinsOverTheData()
    {
        JsonElement before = await server.GetAsync("/api/users/11/ratings?limit=1000");
        JsonElement first = before.GetProperty("ratings")[0];
        int movie = first.GetProperty("id").GetInt32();
        float other = first.GetProperty("rating").GetSingle() == 1 ? 2 : 1;

        await server.JsonAsync("PUT", $"/api/users/11/ratings/{movie}", $$"""{ "rating": {{other}} }""");

        JsonElement after = await server.GetAsync("/api/users/11/ratings?limit=1000");
        Assert.Equal(before.GetProperty("totalRatings").GetInt32(), after.GetProperty("totalRatings").GetInt32());
        Assert.Equal(other, Rating(after, movie));
    }

    [Fact]
    public async Task DeleteRating_UserOfTheData_HidesTheDatasRating()
    {
        JsonElement before = await server.GetAsync("/api/users/12/ratings?limit=1000");
        int movie = before.GetProperty("ratings")[0].GetProperty("id").GetInt32();

        await server.JsonAsync("DELETE", $"/api/users/12/ratings/{movie}", status: 204);
        await server.JsonAsync("DELETE", $"/api/users/12/ratings/{movie}", status: 204);

        JsonElement after = await server.GetAsync("/api/users/12/ratings?limit=1000");
        Assert.Equal(before.GetProperty("totalRatings").GetInt32() - 1, after.GetProperty("totalRatings").GetInt32());
        Assert.Null(Rating(after, movie));
        Assert.Contains(movie, await server.RecommendedAsync(12, $"only={movie}&limit=1"));
        JsonElement export = await server.GetAsync("/api/users/12/export");
        Assert.Equal([movie], export.GetProperty("removedRatings").EnumerateArray().Select(one => one.GetInt32()));
    }

    [Fact]
    public async Task DeleteRating_NeverRated_AnswersTheSame()
    {
        int id = await server.NewUserAsync();

        await server.JsonAsync("DELETE", $"/api/users/{id}/ratings/1", status: 204);

        Assert.Equal(0, (await server.GetAsync($"/api/users/{id}")).GetProperty("totalRatings").GetInt32());
    }

    [Theory]
    [InlineData("""{ "rating": 0 }""")]
    [InlineData("""{ "rating": 5.5 }""")]
    [InlineData("""{ "rating": 4.25 }""")]
    [InlineData("""{ "rating": 1e300 }""")]
    [InlineData("""{ }""")]
    [InlineData("""{ "rating": 4, "timestamp": 1600000000000 }""", "timestamp")]
    public async Task PutRating_BadBody_NamesTheField(string body, string field = "rating")
    {
        JsonElement problem = await server.ProblemAsync("PUT", "/api/users/7/ratings/1", 400, "validation", body);

        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "rating": "4" }""")]
    [InlineData("""{ "rating": null }""")]
    [InlineData("""{ "rating": NaN }""")]
    [InlineData("""{ "rating": 4, "timestamp": 1.5 }""")]
    public async Task PutRating_NoSuchJson_SaysSoWithoutNamesOfTypes(string body)
    {
        JsonElement problem = await server.ProblemAsync("PUT", "/api/users/7/ratings/1", 400, "malformed-json", body);

        Assert.DoesNotContain("Matinee.", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("System.", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "ratings/1", """{ "rating": 4 }""")]
    [InlineData("DELETE", "ratings/1", null)]
    [InlineData("POST", "ratings:batch", """{ "ratings": [{ "movieId": 1, "rating": 4 }] }""")]
    [InlineData("GET", "ratings", null)]
    [InlineData("PUT", "hidden/1", null)]
    [InlineData("DELETE", "hidden/1", null)]
    [InlineData("GET", "hidden", null)]
    [InlineData("PUT", "allow-list", """{ "movieIds": [] }""")]
    [InlineData("GET", "allow-list", null)]
    [InlineData("DELETE", "allow-list", null)]
    [InlineData("POST", "events", """{ "events": [{ "movieId": 1, "type": "watched" }] }""")]
    [InlineData("GET", "export", null)]
    [InlineData("GET", "", null)]
    [InlineData("DELETE", "", null)]
    public async Task AnyOfUser_UnknownUser_IsNotFound(string method, string path, string? body) =>
        await server.ProblemAsync(method, $"/api/users/555555/{path}".TrimEnd('/'), 404, "unknown-user", body);

    [Theory]
    [InlineData("PUT", "ratings", """{ "rating": 4 }""")]
    [InlineData("DELETE", "ratings", null)]
    [InlineData("PUT", "hidden", null)]
    [InlineData("DELETE", "hidden", null)]
    public async Task AnyOfMovie_UnknownMovie_IsNotFound(string method, string path, string? body)
    {
        await server.ProblemAsync(method, $"/api/users/7/{path}/99999999", 404, "unknown-movie", body);
        await server.ProblemAsync(method, $"/api/users/7/{path}/imdb:tt9999999", 404, "unknown-movie", body);
        JsonElement problem = await server.ProblemAsync(method, $"/api/users/7/{path}/matrix", 400, "validation", body);
        Assert.True(problem.GetProperty("errors").TryGetProperty("movie_id", out _));
    }

    [Fact]
    public async Task Batch_OneBadRating_StoresNone()
    {
        int id = await server.NewUserAsync();

        JsonElement problem = await server.ProblemAsync(
            "POST",
            $"/api/users/{id}/ratings:batch",
            400,
            "validation",
            """{ "ratings": [{ "movieId": 1, "rating": 4 }, { "movieId": 99999999, "rating": 4 }, { "movieId": 1, "rating": 2 }] }"""
        );

        Assert.Equal(
            ["ratings[1].movieId", "ratings[2].movieId"],
            problem.GetProperty("errors").EnumerateObject().Select(error => error.Name)
        );
        Assert.Equal(0, (await server.GetAsync($"/api/users/{id}")).GetProperty("totalRatings").GetInt32());
    }

    [Fact]
    public async Task Batch_GoodRatings_StoresAll()
    {
        int id = await server.NewUserAsync();
        int[] movies = await server.RecommendedAsync(id, "limit=100");
        string body = JsonSerializer.Serialize(
            new { ratings = movies.Select(movie => new { movieId = movie, rating = 3 }) }
        );

        JsonElement stored = await server.JsonAsync("POST", $"/api/users/{id}/ratings:batch", body);

        Assert.Equal(100, stored.GetProperty("stored").GetInt32());
        Assert.Equal(100, stored.GetProperty("totalRatings").GetInt32());
        Assert.DoesNotContain(await server.RecommendedAsync(id, "limit=100"), movies.Contains);
    }

    [Fact]
    public async Task Ratings_Pages_AreTheWholeLatestFirst()
    {
        JsonElement whole = await server.GetAsync("/api/users/7/ratings?limit=1000");
        var pages = new List<string>();
        for (int? offset = 0; offset is { } from; )
        {
            JsonElement page = await server.GetAsync($"/api/users/7/ratings?limit=7&offset={from}");
            pages.AddRange(page.GetProperty("ratings").EnumerateArray().Select(one => one.GetRawText()));
            offset = page.GetProperty("nextOffset") is { ValueKind: JsonValueKind.Number } next
                ? next.GetInt32()
                : null;
        }

        JsonElement[] all = [.. whole.GetProperty("ratings").EnumerateArray()];
        Assert.Equal(all.Select(one => one.GetRawText()), pages);
        long[] times = [.. all.Select(one => one.GetProperty("timestamp").GetInt64())];
        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task Export_User_HasEverything()
    {
        int id = await server.NewUserAsync("""{ "ratings": [{ "movieId": 1, "rating": 4, "timestamp": 5 }] }""");
        await server.JsonAsync("PUT", $"/api/users/{id}/hidden/2", status: 204);
        await server.JsonAsync("PUT", $"/api/users/{id}/allow-list", """{ "movieIds": [1, 2, 3] }""");
        await server.JsonAsync(
            "POST",
            $"/api/users/{id}/events",
            """{ "events": [{ "movieId": 3, "type": "clicked", "timestamp": 9, "key": "k" }] }"""
        );

        JsonElement export = await server.GetAsync($"/api/users/{id}/export");

        JsonElement rating = Assert.Single(export.GetProperty("ratings").EnumerateArray());
        Assert.Equal(1, rating.GetProperty("movieId").GetInt32());
        Assert.Equal(5, rating.GetProperty("timestamp").GetInt64());
        Assert.Equal("user", rating.GetProperty("source").GetString());
        Assert.Equal(2, export.GetProperty("hidden")[0].GetInt32());
        Assert.Equal(3, export.GetProperty("allowList").GetArrayLength());
        Assert.Equal(
            """{"movieId":3,"type":"clicked","timestamp":9,"key":"k"}""",
            export.GetProperty("events")[0].GetRawText()
        );
        Assert.True(export.GetProperty("isNew").GetBoolean());
    }

    [Fact]
    public async Task Erase_UserOfTheData_HidesAndForgets()
    {
        int[] before = await server.RecommendedAsync(13);
        Assert.NotEmpty(before);

        await server.JsonAsync("DELETE", "/api/users/13", status: 204);
        await server.JsonAsync("DELETE", "/api/users/13", status: 204);

        await server.ProblemAsync("GET", "/api/recommendations/13", 404, "unknown-user");
        await server.ProblemAsync("GET", "/api/users/13/export", 404, "unknown-user");
        await server.ProblemAsync("PUT", "/api/users/13/ratings/1", 404, "unknown-user", """{ "rating": 4 }""");
    }

    private static float? Rating(JsonElement page, int movie) =>
        page.GetProperty("ratings")
            .EnumerateArray()
            .Where(one => one.GetProperty("id").GetInt32() == movie)
            .Select(one => (float?)one.GetProperty("rating").GetSingle())
            .FirstOrDefault();
}
