using System.Net;
using System.Text.Json;

namespace Matinee.Api.Tests.Server;

public sealed class AddedMovieTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly TestServer server = fixture.Server;

    [Fact]
    public async Task AddMovie_New_IsShownFoundListedAndRateable()
    {
        using HttpResponseMessage response = await server.SendAsync(
            "POST",
            "/api/movies",
            """{ "title": "Zyzzyva Rising", "year": 2024, "genres": ["Drama"], "tags": ["weevils"], "imdbId": "tt9990001", "plot": "A\nweevil." }"""
        );
        JsonElement movie = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        int id = movie.GetProperty("id").GetInt32();

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/api/movies/{id}", response.Headers.Location?.ToString());
        Assert.True(id >= 1_000_000);
        Assert.Equal("Zyzzyva Rising (2024)", movie.GetProperty("title").GetString());
        Assert.Equal("A weevil.", movie.GetProperty("plot").GetString());
        Assert.True(movie.GetProperty("added").GetBoolean());
        Assert.Equal(movie.GetRawText(), (await server.GetAsync("/api/movies/imdb:tt9990001")).GetRawText());
        Assert.Equal(movie.GetRawText(), (await server.GetAsync("/api/movies/imdb:9990001")).GetRawText());
        JsonElement found = await server.GetAsync("/api/movies?query=zyzzyva");
        Assert.Equal(id, found.GetProperty("movies")[0].GetProperty("id").GetInt32());
        JsonElement searched = await server.GetAsync("/api/search?q=weevils");
        Assert.Equal(id, searched.GetProperty("results")[0].GetProperty("movie").GetProperty("id").GetInt32());
        int user = await server.NewUserAsync();
        await server.JsonAsync("PUT", $"/api/users/{user}/ratings/{id}", """{ "rating": 5 }""");
        JsonElement answer = await server.GetAsync($"/api/recommendations/{user}");
        Assert.Equal(id, answer.GetProperty("topRatedMovies")[0].GetProperty("id").GetInt32());
        Assert.Equal(10, (await server.GetAsync($"/api/movies/{id}/similar")).GetProperty("movies").GetArrayLength());
    }

    [Fact]
    public async Task AddMovie_Again_NamesTheOneThatIsThere()
    {
        JsonElement movie = await server.JsonAsync(
            "POST",
            "/api/movies",
            """{ "title": "Quixotry (2023)", "tmdbId": 990002 }""",
            status: 201
        );

        JsonElement byTitle = await server.ProblemAsync(
            "POST",
            "/api/movies",
            409,
            "movie-exists",
            """{ "title": "quixotry", "year": 2023 }"""
        );
        JsonElement byNumber = await server.ProblemAsync(
            "POST",
            "/api/movies",
            409,
            "movie-exists",
            """{ "title": "Another", "tmdbId": 990002 }"""
        );

        string id = movie.GetProperty("id").GetRawText();
        Assert.Contains(id, byTitle.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(id, byNumber.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "title": "" }""", "title")]
    [InlineData("""{ "title": "  " }""", "title")]
    [InlineData("""{ "title": "a\u0007b" }""", "title")]
    [InlineData("""{ "title": "Half \ud83d" }""", null)]
    [InlineData("""{ "title": "X", "year": 1700 }""", "year")]
    [InlineData("""{ "title": "X", "imdbId": "0133093" }""", "imdbId")]
    [InlineData("""{ "title": "X", "tmdbId": 0 }""", "tmdbId")]
    [InlineData("""{ "title": "X", "genres": [""] }""", "genres[0]")]
    [InlineData("""{ "title": "X", "tags": [null] }""", null)]
    [InlineData("""{ "genres": ["Drama"] }""", "title")]
    public async Task AddMovie_BadBody_NamesTheField(string body, string? field)
    {
        using HttpResponseMessage response = await server.SendAsync("POST", "/api/movies", body);

        JsonElement problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(field is null || problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
    }

    [Fact]
    public async Task AddMovie_ManyAtOnce_EachHasItsOwnId()
    {
        Task<JsonElement>[] adding =
        [
            .. Enumerable
                .Range(0, 12)
                .Select(n =>
                    server.JsonAsync("POST", "/api/movies", $$"""{ "title": "Parallel {{n}} (2020)" }""", status: 201)
                ),
        ];

        JsonElement[] movies = await Task.WhenAll(adding);

        Assert.Equal(12, movies.Select(movie => movie.GetProperty("id").GetInt32()).Distinct().Count());
        JsonElement found = await server.GetAsync("/api/movies?query=parallel&limit=100");
        Assert.Equal(12, found.GetProperty("totalMovies").GetInt32());
    }
}
