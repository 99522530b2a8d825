using System.Text.Json;
using Matinee.Api.Online;
using Matinee.Api.Store;
using Matinee.Api.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Online;

public sealed class OnlineQualityTests(ServedBundles bundles)
{
    [Fact]
    public async Task Model_AfterListsAndWhatCameOfThem_ShowsIt()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        JsonElement list = await server.GetAsync("/api/recommendations/7?limit=10");
        string id = list.GetProperty("recommendationId").GetString()!;
        int[] movies = TestServer.Ids(list);
        await server.GetAsync("/api/recommendations/8?limit=5");

        await server.JsonAsync("PUT", $"/api/users/7/ratings/{movies[0]}", Rating(4.5, id));
        // Changed one's mind: one rating of one movie, with the last stars.
        await server.JsonAsync("PUT", $"/api/users/7/ratings/{movies[1]}", Rating(5, id));
        await server.JsonAsync("PUT", $"/api/users/7/ratings/{movies[1]}", Rating(2, id));
        await server.JsonAsync("POST", "/api/users/7/events", Event(movies[2], "clicked", id));
        await server.JsonAsync("POST", "/api/users/7/events", Event(movies[2], "clicked", id));
        await server.JsonAsync("POST", "/api/users/7/events", Event(movies[2], "watched", id));

        JsonElement online = await OnlineAsync(server);

        Assert.True(online.GetProperty("current").GetBoolean());
        Assert.Equal((2, 15), (Long(online, "lists"), Long(online, "movies")));
        Assert.Equal((1, 1, 2), (Long(online, "clicked"), Long(online, "watched"), Long(online, "rated")));
        Assert.Equal(3.25, online.GetProperty("meanStars").GetDouble());
        Assert.Equal(0.5, online.GetProperty("likedRate").GetProperty("value").GetDouble());
        Assert.Equal(1 / 15.0, online.GetProperty("clickRate").GetProperty("value").GetDouble(), 0.0001);
    }

    [Fact]
    public async Task Rating_ListOfAnotherOrOtherMovieOrNoList_CountsForNothingAndIsStored()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        JsonElement list = await server.GetAsync("/api/recommendations/7?limit=5");
        string id = list.GetProperty("recommendationId").GetString()!;
        int[] movies = TestServer.Ids(list);
        int other = (await server.RecommendedAsync(7, "limit=20&offset=20"))[0];

        await server.JsonAsync("PUT", $"/api/users/8/ratings/{movies[0]}", Rating(4, id));
        await server.JsonAsync("PUT", $"/api/users/7/ratings/{other}", Rating(4, id));
        await server.JsonAsync("PUT", $"/api/users/7/ratings/{movies[1]}", Rating(4, "nonsense"));
        await server.JsonAsync("PUT", $"/api/users/7/ratings/{movies[2]}", Rating(4, id[..^1] + "x"));

        Assert.Equal(0, Long(await OnlineAsync(server), "rated"));
        JsonElement ratings = await server.GetAsync("/api/users/7/ratings?limit=3");
        Assert.All(
            ratings.GetProperty("ratings").EnumerateArray(),
            one => Assert.Equal(4, one.GetProperty("rating").GetDouble())
        );
    }

    [Fact]
    public async Task Batch_VisitorsListAndNewUser_CountsForTheUser()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        JsonElement list = await server.JsonAsync(
            "POST",
            "/api/recommendations?limit=5",
            """{ "ratings": [{ "movieId": 1, "rating": 5 }] }"""
        );
        int[] movies = TestServer.Ids(list);
        int user = await server.NewUserAsync();

        await server.JsonAsync(
            "POST",
            $"/api/users/{user}/ratings:batch",
            $$"""
            { "ratings": [{ "movieId": {{movies[0]}}, "rating": 4 }, { "movieId": {{movies[
                1
            ]}}, "rating": 3 }, { "movieId": 1, "rating": 5 }],
              "recommendationId": "{{list.GetProperty("recommendationId").GetString()}}" }
            """
        );

        Assert.Equal(2, Long(await OnlineAsync(server), "rated"));
    }

    [Fact]
    public async Task Erase_User_TakesTheirOutcomesAlong()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        JsonElement list = await server.GetAsync("/api/recommendations/7?limit=5");
        string id = list.GetProperty("recommendationId").GetString()!;
        await server.JsonAsync("PUT", $"/api/users/7/ratings/{TestServer.Ids(list)[0]}", Rating(4, id));
        await FlushAsync(server);

        await server.JsonAsync("DELETE", "/api/users/7", status: 204);

        Assert.Equal(0, Long(await OnlineAsync(server), "rated"));
    }

    [Fact]
    public async Task Stop_CountsNotWrittenYet_AreWritten()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        await server.GetAsync("/api/recommendations/7?limit=5");
        string before = (await server.GetAsync("/api/recommendations/7?limit=5"))
            .GetProperty("recommendationId")
            .GetString()!;

        await server.RestartAsync();

        Assert.Equal(2, Long(await OnlineAsync(server), "lists"));
        int movie = TestServer.Ids(await server.GetAsync("/api/recommendations/7?limit=5"))[0];
        await server.JsonAsync("PUT", $"/api/users/7/ratings/{movie}", Rating(4, before));
        await FlushAsync(server);
        var store = server.Services.GetRequiredService<IOutcomeStore>();
        Assert.Equal(1, (await store.SumsAsync(default)).Single().Rated);
    }

    [Fact]
    public async Task AddAsync_TwoRecordersOfOneModel_AddUp()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        var first = new StoredOutcomes(server.Services.GetRequiredService<StoreTables>());
        var second = new StoredOutcomes(server.Services.GetRequiredService<StoreTables>());

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(n => (n % 2 == 0 ? first : second).AddAsync([new ShownLists("m", 20_000, 1, 10)], [], default))
        );

        ModelOutcomes sums = (await first.SumsAsync(default)).Single();
        Assert.Equal((20, 200), (sums.Lists, sums.Movies));
        Assert.Equal(await first.KeyAsync(default), await second.KeyAsync(default));
    }

    private static string Rating(double stars, string list) =>
        $$"""{ "rating": {{stars.ToString(System.Globalization.CultureInfo.InvariantCulture)}}, "recommendationId": "{{list}}" }""";

    private static string Event(int movie, string kind, string list) =>
        $$"""{ "events": [{ "movieId": {{movie}}, "type": "{{kind}}", "recommendationId": "{{list}}" }] }""";

    private static long Long(JsonElement online, string name) => online.GetProperty(name).GetInt64();

    private static Task FlushAsync(TestServer server) =>
        server.Services.GetRequiredService<OnlineRecorder>().WriteAsync(default);

    private static async Task<JsonElement> OnlineAsync(TestServer server)
    {
        await FlushAsync(server);
        return (await server.GetAsync("/api/model")).GetProperty("online")[0];
    }
}
