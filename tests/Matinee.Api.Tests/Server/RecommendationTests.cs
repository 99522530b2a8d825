using System.Text.Json;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking;

namespace Matinee.Api.Tests.Server;

public sealed class RecommendationTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly TestServer server = fixture.Server;

    [Fact]
    public async Task Recommendations_KnownUser_AreThoseOfTheEngine()
    {
        ModelBundle bundle = fixture.Bundles.Load();
        Assert.True(bundle.Histories!.TryGet(new UserId(7), out UserHistory? history));
        Recommendation[] expected = bundle.Recommender().Recommend(history, new RecommendationRequest { Count = 10 });

        JsonElement answer = await server.GetAsync("/api/recommendations/7?limit=10");

        Assert.Equal(expected.Select(one => bundle.Catalog[one.Item].Id.Value), TestServer.Ids(answer));
        JsonElement first = answer.GetProperty("recommendations")[0];
        Assert.Equal(expected[0].Rating.Mean, first.GetProperty("predictedRating").GetDouble(), 0.001);
        Assert.Equal(expected[0].Score, first.GetProperty("score").GetSingle(), 1e-5f);
        Assert.Equal(JsonValueKind.Null, first.GetProperty("confidence").ValueKind);
    }

    [Fact]
    public async Task Recommendations_KnownUser_HaveTheOriginalsFields()
    {
        JsonElement answer = await server.GetAsync("/api/recommendations/7");

        JsonElement profile = answer.GetProperty("userProfile");
        Assert.All(
            ["favoriteGenres", "averageRating", "totalRatings", "ratingDistribution", "recentActivity"],
            field => Assert.True(profile.TryGetProperty(field, out _), field)
        );
        foreach (string list in new[] { "topRatedMovies", "recentFavorites" })
        {
            JsonElement movie = answer.GetProperty(list)[0];
            Assert.All(
                ["id", "title", "genres", "rating", "timestamp"],
                field => Assert.True(movie.TryGetProperty(field, out _), field)
            );
        }

        JsonElement[] recommended = [.. answer.GetProperty("recommendations").EnumerateArray()];
        Assert.Equal(5, recommended.Length);
        Assert.All(
            ["id", "title", "genres", "year", "predictedRating", "confidence", "score", "reasons"],
            field => Assert.True(recommended[0].TryGetProperty(field, out _), field)
        );
    }

    [Fact]
    public async Task Recommendations_KnownUser_ReasonsNameRatedMovies()
    {
        JsonElement ratings = await server.GetAsync("/api/users/7/ratings?limit=1000");
        Dictionary<int, float> rated = ratings
            .GetProperty("ratings")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("id").GetInt32(), one => one.GetProperty("rating").GetSingle());

        JsonElement answer = await server.GetAsync("/api/recommendations/7");

        JsonElement[] reasons =
        [
            .. answer
                .GetProperty("recommendations")
                .EnumerateArray()
                .SelectMany(movie => movie.GetProperty("reasons").EnumerateArray())
                .Where(reason => reason.GetProperty("kind").GetString() == "rated-movie"),
        ];
        Assert.NotEmpty(reasons);
        Assert.All(
            reasons,
            reason =>
                Assert.Equal(rated[reason.GetProperty("movieId").GetInt32()], reason.GetProperty("rating").GetSingle())
        );
    }

    [Fact]
    public async Task Recommendations_Offset_GoesOnWhereTheListEnded()
    {
        int[] whole = await server.RecommendedAsync(7, "limit=20");

        int[] end = await server.RecommendedAsync(7, "limit=10&offset=10");

        Assert.Equal(whole[10..], end);
    }

    [Fact]
    public async Task Recommendations_Genres_KeepAndLeaveOut()
    {
        JsonElement answer = await server.GetAsync(
            "/api/recommendations/7?limit=50&genre=comedy&genre=!Romance&year_min=1990&year_max=1999"
        );

        JsonElement[] movies = [.. answer.GetProperty("recommendations").EnumerateArray()];
        Assert.NotEmpty(movies);
        Assert.All(
            movies,
            movie =>
            {
                string[] genres = [.. movie.GetProperty("genres").EnumerateArray().Select(one => one.GetString()!)];
                Assert.Contains("Comedy", genres);
                Assert.DoesNotContain("Romance", genres);
                Assert.InRange(movie.GetProperty("year").GetInt32(), 1990, 1999);
            }
        );
    }

    [Fact]
    public async Task Recommendations_SeenIncluded_AreTheRatedMovies()
    {
        HashSet<int> rated = await RatedAsync(7);

        int[] unseen = await server.RecommendedAsync(7, "limit=100");
        int[] seen = await server.RecommendedAsync(7, "limit=100&include=seen");

        Assert.DoesNotContain(unseen, rated.Contains);
        Assert.NotEmpty(seen);
        Assert.All(seen, id => Assert.Contains(id, rated));
    }

    [Fact]
    public async Task Recommendations_Only_KeepsToThem()
    {
        int[] some = (await server.RecommendedAsync(7, "limit=30"))[20..23];

        int[] list = await server.RecommendedAsync(7, $"limit=100&only={string.Join(',', some)},999999999");

        Assert.Equal(some, list);
    }

    [Fact]
    public async Task Recommendations_WithoutExplanation_HaveNullReasons()
    {
        JsonElement answer = await server.GetAsync("/api/recommendations/7?explain=false");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("recommendations")[0].GetProperty("reasons").ValueKind);
    }

    [Fact]
    public async Task Recommendations_Popularity_MovesTowardsWellKnownMovies()
    {
        double known = await MeanRatingsAsync("popularity=1");
        double unknown = await MeanRatingsAsync("popularity=-1");

        Assert.True(known > unknown, $"{known} ratings a movie, and {unknown}");

        async Task<double> MeanRatingsAsync(string query)
        {
            int[] ids = await server.RecommendedAsync(7, $"limit=10&{query}");
            double sum = 0;
            foreach (int id in ids)
            {
                sum += (await server.GetAsync($"/api/movies/{id}")).GetProperty("ratings").GetInt32();
            }

            return sum / ids.Length;
        }
    }

    [Fact]
    public async Task Visitor_RatingsOfAUser_GetsTheUsersList()
    {
        JsonElement ratings = await server.GetAsync("/api/users/7/ratings?limit=1000");
        string body = JsonSerializer.Serialize(
            new
            {
                ratings = ratings
                    .GetProperty("ratings")
                    .EnumerateArray()
                    .Select(one => new
                    {
                        movieId = one.GetProperty("id").GetInt32(),
                        rating = one.GetProperty("rating").GetDouble(),
                        timestamp = one.GetProperty("timestamp").GetInt64(),
                    }),
            }
        );

        JsonElement visitor = await server.JsonAsync("POST", "/api/recommendations?limit=20", body);

        Assert.Equal(await server.RecommendedAsync(7), TestServer.Ids(visitor));
        Assert.Equal(JsonValueKind.Null, visitor.GetProperty("userId").ValueKind);
        JsonElement known = await server.GetAsync("/api/recommendations/7");
        Assert.Equal(known.GetProperty("userProfile").GetRawText(), visitor.GetProperty("userProfile").GetRawText());
    }

    [Fact]
    public async Task Visitor_HiddenAndOnly_Hold()
    {
        int[] all = TestServer.Ids(await server.JsonAsync("POST", "/api/recommendations?limit=5", "{}"));

        JsonElement rest = await server.JsonAsync(
            "POST",
            "/api/recommendations?limit=5",
            $$"""{ "hidden": [{{all[0]}}], "only": [{{all[0]}}, "{{all[1]}}", {{all[2]}}] }"""
        );

        Assert.Equal([all[1], all[2]], TestServer.Ids(rest));
    }

    [Fact]
    public async Task Visitor_BadRatings_NamesEachField()
    {
        JsonElement problem = await server.ProblemAsync(
            "POST",
            "/api/recommendations",
            400,
            "validation",
            """{ "ratings": [{ "movieId": 1, "rating": 4.3 }, { "movieId": 99999999, "rating": 3, "timestamp": -1 }] }"""
        );

        Assert.Equal(
            ["ratings[0].rating", "ratings[1].movieId", "ratings[1].timestamp"],
            problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).Order()
        );
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("diversity=1.1", "diversity")]
    [InlineData("diversity=NaN", "diversity")]
    [InlineData("popularity=-2", "popularity")]
    [InlineData("genre=Comdy", "genre")]
    [InlineData("genre=!Comdy", "genre")]
    [InlineData("genre=", "genre")]
    [InlineData("year_min=2000&year_max=1990", "year_min")]
    [InlineData("year_min=19x0", "year_min")]
    [InlineData("min_ratings=-1", "min_ratings")]
    [InlineData("include=all", "include")]
    [InlineData("explain=yes", "explain")]
    [InlineData("only=matrix", "only")]
    [InlineData("only=imdb:", "only")]
    public async Task Recommendations_BadQuery_NamesTheField(string query, string field)
    {
        JsonElement problem = await server.ProblemAsync("GET", $"/api/recommendations/7?{query}", 400, "validation");

        Assert.Contains(field, problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("99999999999")]
    [InlineData("7%20")]
    public async Task Recommendations_NoUserId_NamesIt(string id)
    {
        JsonElement problem = await server.ProblemAsync("GET", $"/api/recommendations/{id}", 400, "validation");

        Assert.True(problem.GetProperty("errors").TryGetProperty("user_id", out _));
    }

    [Fact]
    public async Task Recommendations_UnknownUser_SaysHowToGoOn()
    {
        JsonElement problem = await server.ProblemAsync("GET", "/api/recommendations/555555", 404, "unknown-user");

        Assert.Contains(
            "POST /api/recommendations",
            problem.GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Recommendations_Profile_CountsTheRatings()
    {
        ModelBundle bundle = fixture.Bundles.Load();
        Assert.True(bundle.Histories!.TryGet(new UserId(7), out UserHistory? history));

        JsonElement profile = (await server.GetAsync("/api/recommendations/7")).GetProperty("userProfile");

        Assert.Equal(history.Count, profile.GetProperty("totalRatings").GetInt32());
        Assert.Equal(history.Ratings.ToArray().Average(), profile.GetProperty("averageRating").GetDouble(), 0.001);
        JsonElement distribution = profile.GetProperty("ratingDistribution");
        Assert.Equal(history.Ratings.ToArray().Count(stars => stars == 4), distribution.GetProperty("4.0").GetInt32());
        Assert.Equal(history.Count, distribution.EnumerateObject().Sum(stars => stars.Value.GetInt32()));
        long last = history.Timestamps.ToArray().Max();
        JsonElement recent = profile.GetProperty("recentActivity");
        Assert.Equal(last, recent.GetProperty("to").GetInt64());
        Assert.Equal(
            history.Timestamps.ToArray().Count(time => time >= last - (90 * 86_400)),
            recent.GetProperty("ratings").GetInt32()
        );
    }

    [Fact]
    public async Task Group_OneMember_GetsTheMembersList()
    {
        JsonElement group = await server.JsonAsync(
            "POST",
            "/api/groups/recommendations?limit=20",
            """{ "members": [{ "userId": 7 }] }"""
        );

        Assert.Equal(await server.RecommendedAsync(7), TestServer.Ids(group));
        Assert.Equal("average", group.GetProperty("strategy").GetString());
    }

    [Fact]
    public async Task Group_LeastMisery_IsEachMoviesLeastRelevance()
    {
        JsonElement group = await server.JsonAsync(
            "POST",
            "/api/groups/recommendations?limit=10",
            """{ "members": [{ "userId": 7 }, { "userId": 8 }, { "ratings": [{ "movieId": 1, "rating": 5 }] }], "strategy": "least-misery" }"""
        );

        HashSet<int> seen = [.. await RatedAsync(7), .. await RatedAsync(8), 1];
        Assert.DoesNotContain(TestServer.Ids(group), seen.Contains);
        Assert.All(
            group.GetProperty("recommendations").EnumerateArray(),
            movie =>
                Assert.Equal(
                    movie.GetProperty("members").EnumerateArray().Min(one => one.GetProperty("relevance").GetDouble()),
                    movie.GetProperty("score").GetDouble(),
                    0.001
                )
        );
    }

    [Theory]
    [InlineData("""{ "members": [] }""", "members")]
    [InlineData("""{ "members": [{}] }""", "members[0]")]
    [InlineData("""{ "members": [null] }""", "members[0]")]
    [InlineData("""{ "members": [{ "userId": 555555 }] }""", "members[0].userId")]
    [InlineData("""{ "members": [{ "userId": 7, "ratings": [] }] }""", "members[0]")]
    [InlineData("""{ "members": [{ "userId": 7 }], "strategy": "worst" }""", "strategy")]
    public async Task Group_BadBody_NamesTheField(string body, string field)
    {
        JsonElement problem = await server.ProblemAsync("POST", "/api/groups/recommendations", 400, "validation", body);

        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
    }

    private async Task<HashSet<int>> RatedAsync(int user)
    {
        JsonElement page = await server.GetAsync($"/api/users/{user}/ratings?limit=1000");
        return [.. page.GetProperty("ratings").EnumerateArray().Select(one => one.GetProperty("id").GetInt32())];
    }
}
