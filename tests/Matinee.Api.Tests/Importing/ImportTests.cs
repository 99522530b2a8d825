using System.Text.Json;
using Matinee.Api.Tests.Server;
using Matinee.Core.Catalog;

namespace Matinee.Api.Tests.Importing;

public sealed class ImportTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private const string Header = LetterboxdCsv.Header;

    // 2021-01-01 and 2022-01-01.
    private const long Then = 1_609_459_200;
    private const long Later = 1_640_995_200;

    private readonly TestServer server = fixture.Server;
    private readonly Movie[] movies = [.. fixture.Bundles.Load().Catalog.Movies.Take(8)];

    [Fact]
    public async Task Preview_LetterboxdCsv_NamesEveryRowAndStoresNothing()
    {
        int id = await server.NewUserAsync();
        string file = $"{Header}\n{Row(0, "4.5")}\n2021-01-01,No Such Film At All,2021,https://boxd.it/zz,3\n";

        JsonElement preview = await server.ImportAsync("/api/imports", ImportRequest.Form(file));

        Assert.Equal("letterboxd", preview.GetProperty("source").GetString());
        JsonElement rows = preview.GetProperty("rows");
        Assert.Equal(2, rows.GetProperty("total").GetInt32());
        Assert.Equal(1, rows.GetProperty("matched").GetInt32());
        Assert.Equal(1, rows.GetProperty("unknown").GetInt32());
        JsonElement film = preview.GetProperty("films")[0];
        Assert.Equal("ratings.csv:2", film.GetProperty("key").GetString());
        Assert.Equal(4.5, film.GetProperty("rating").GetDouble());
        Assert.Equal("title-and-year", film.GetProperty("by").GetString());
        Assert.Equal(movies[0].Id.Value, film.GetProperty("movie").GetProperty("id").GetInt32());
        Assert.Equal("unknown", preview.GetProperty("films")[1].GetProperty("status").GetString());
        Assert.Equal(0, (await server.GetAsync($"/api/users/{id}")).GetProperty("totalRatings").GetInt32());
    }

    [Fact]
    public async Task Import_Ratings_CountInTheNextListAndTheSameFileAgainChangesNothing()
    {
        int id = await server.NewUserAsync();
        int[] before = await server.RecommendedAsync(id);
        string file = $"{Header}\n{Row(0, "5")}\n{Row(1, "0.5")}\n{Row(2, "3")}\n";

        JsonElement answer = await server.ImportAsync($"/api/users/{id}/imports", ImportRequest.Form(file));

        Assert.Equal(3, answer.GetProperty("stored").GetProperty("ratings").GetInt32());
        Assert.Equal(3, answer.GetProperty("totalRatings").GetInt32());
        Assert.NotEqual(before, await server.RecommendedAsync(id));
        JsonElement export = await server.GetAsync($"/api/users/{id}/export");
        Assert.All(
            export.GetProperty("ratings").EnumerateArray(),
            one => Assert.Equal(Then, one.GetProperty("timestamp").GetInt64())
        );
        await server.ImportAsync($"/api/users/{id}/imports", ImportRequest.Form(file));
        JsonElement again = await server.GetAsync($"/api/users/{id}/export");
        Assert.Equal(export.GetProperty("ratings").GetRawText(), again.GetProperty("ratings").GetRawText());
        Assert.Equal(0, again.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Import_RatingGivenHereLater_IsKept()
    {
        int id = await server.NewUserAsync();
        int movie = movies[0].Id.Value;
        await server.JsonAsync(
            "PUT",
            $"/api/users/{id}/ratings/{movie}",
            $$"""{ "rating": 2, "timestamp": {{Later}} }"""
        );
        await server.JsonAsync(
            "PUT",
            $"/api/users/{id}/ratings/{movies[1].Id.Value}",
            $$"""{ "rating": 2, "timestamp": {{Then - 1}} }"""
        );

        JsonElement answer = await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form($"{Header}\n{Row(0, "5")}\n{Row(1, "5")}\n")
        );

        Assert.Equal(1, answer.GetProperty("stored").GetProperty("kept").GetInt32());
        Assert.Equal(1, answer.GetProperty("stored").GetProperty("ratings").GetInt32());
        Dictionary<int, double> stars = (await server.GetAsync($"/api/users/{id}/export"))
            .GetProperty("ratings")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("movieId").GetInt32(), one => one.GetProperty("rating").GetDouble());
        Assert.Equal(2, stars[movie]);
        Assert.Equal(5, stars[movies[1].Id.Value]);
    }

    [Fact]
    public async Task Import_BlankRating_IsAWatchedEventOnceAndSeen()
    {
        int id = await server.NewUserAsync();
        int recommended = (await server.RecommendedAsync(id))[0];
        Movie movie = fixture.Bundles.Load().Catalog.Movies.Single(one => one.Id.Value == recommended);
        string file = $"{Header}\n2021-01-01,{LetterboxdCsv.Quoted(movie)},{movie.Year},https://boxd.it/a,\n";

        JsonElement answer = await server.ImportAsync($"/api/users/{id}/imports", ImportRequest.Form(file));
        await server.ImportAsync($"/api/users/{id}/imports", ImportRequest.Form(file));

        Assert.Equal(1, answer.GetProperty("stored").GetProperty("watched").GetInt32());
        JsonElement events = (await server.GetAsync($"/api/users/{id}/export")).GetProperty("events");
        Assert.Equal(1, events.GetArrayLength());
        Assert.Equal("watched", events[0].GetProperty("type").GetString());
        Assert.DoesNotContain(recommended, await server.RecommendedAsync(id));
    }

    [Fact]
    public async Task Import_Choices_DecideAndLeaveOut()
    {
        int id = await server.NewUserAsync();
        string file = $"{Header}\n{Row(0, "4")}\n2021-01-01,No Such Film At All,2021,https://boxd.it/zz,3\n";
        int chosen = movies[5].Id.Value;
        string choices = $$"""{ "ratings.csv:2": null, "ratings.csv:3": {{chosen}} }""";
        JsonElement preview = await server.ImportAsync("/api/imports", ImportRequest.Form(file));

        JsonElement answer = await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form(
                file,
                fields: [("choices", choices), ("digest", preview.GetProperty("digest").GetString()!)]
            )
        );

        Assert.Equal(1, answer.GetProperty("totalRatings").GetInt32());
        JsonElement films = answer.GetProperty("preview").GetProperty("films");
        Assert.Equal("left-out", films[0].GetProperty("status").GetString());
        Assert.Equal("choice", films[1].GetProperty("by").GetString());
        JsonElement rating = (await server.GetAsync($"/api/users/{id}/export")).GetProperty("ratings")[0];
        Assert.Equal(chosen, rating.GetProperty("movieId").GetInt32());
    }

    [Fact]
    public async Task Import_DigestOfAnotherFile_IsRefusedAndStoresNothing()
    {
        int id = await server.NewUserAsync();
        JsonElement preview = await server.ImportAsync(
            "/api/imports",
            ImportRequest.Form($"{Header}\n{Row(0, "4")}\n")
        );

        JsonElement problem = await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form(
                $"{Header}\n{Row(1, "4")}\n",
                fields: [("digest", preview.GetProperty("digest").GetString()!)]
            ),
            status: 409
        );

        Assert.Equal("import-changed", problem.Kind());
        Assert.Equal(0, (await server.GetAsync($"/api/users/{id}")).GetProperty("totalRatings").GetInt32());
    }

    [Fact]
    public async Task Import_WatchlistToHide_IsRecommendedNoMore()
    {
        int id = await server.NewUserAsync();
        int wanted = (await server.RecommendedAsync(id))[0];
        Movie movie = fixture.Bundles.Load().Catalog.Movies.Single(one => one.Id.Value == wanted);
        string file =
            "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated\n"
            + $"1,tt9999999,2021-01-01,2021-01-01,,{LetterboxdCsv.Quoted(movie)},{LetterboxdCsv.Quoted(movie)},,Movie,,,{movie.Year},,,,,,\n";

        JsonElement kept = await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form(file, "watchlist.csv")
        );
        Assert.Equal(0, kept.GetProperty("stored").GetProperty("hidden").GetInt32());
        Assert.Equal(1, kept.GetProperty("preview").GetProperty("wanted").GetInt32());
        Assert.Contains(wanted, await server.RecommendedAsync(id));
        JsonElement hidden = await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form(file, "watchlist.csv", ("watchlist", "hide"))
        );

        Assert.Equal(1, hidden.GetProperty("stored").GetProperty("hidden").GetInt32());
        Assert.DoesNotContain(wanted, await server.RecommendedAsync(id));
    }

    [Fact]
    public async Task Import_JellyfinLibrary_IsTheAllowListAndWhatWasLikedCounts()
    {
        int id = await server.NewUserAsync();
        string items = string.Join(
            ',',
            movies[..4]
                .Select(
                    (movie, n) =>
                        $$"""
                            { "Name": {{JsonSerializer.Serialize(
                                LetterboxdCsv.Spoken(movie)
                            )}}, "ProductionYear": {{movie.Year}}, "Type": "Movie",
                              "ProviderIds": {}, "UserData": { "Played": false, "IsFavorite": {{(
                                n == 0 ? "true" : "false"
                            )}} } }
                            """
                )
        );

        JsonElement answer = await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form(
                $$"""{ "Items": [{{items}}], "TotalRecordCount": 4 }""",
                "items.json",
                ("library", "only")
            )
        );

        Assert.Equal(4, answer.GetProperty("stored").GetProperty("allowed").GetInt32());
        Assert.Equal(1, answer.GetProperty("stored").GetProperty("liked").GetInt32());
        int[] ids = [.. movies[..4].Select(movie => movie.Id.Value)];
        int[] list = await server.RecommendedAsync(id);
        Assert.Equal(ids[1..].Order(), list.Order());
        JsonElement one = (await server.GetAsync($"/api/users/{id}/export")).GetProperty("events")[0];
        Assert.Equal("liked", one.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Import_WithoutDates_IsOlderThanWhatHasOne()
    {
        int id = await server.NewUserAsync();
        await server.JsonAsync(
            "PUT",
            $"/api/users/{id}/ratings/{movies[0].Id.Value}",
            $$"""{ "rating": 2, "timestamp": {{Then}} }"""
        );
        string undated = $"{Header}\n,{LetterboxdCsv.Quoted(movies[1])},{movies[1].Year},https://boxd.it/1,4\n";

        await server.ImportAsync($"/api/users/{id}/imports", ImportRequest.Form(undated));
        JsonElement later = await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form($"{Header}\n{Row(1, "1")}\n")
        );

        Assert.Equal(0, later.GetProperty("stored").GetProperty("kept").GetInt32());
        JsonElement ratings = (await server.GetAsync($"/api/users/{id}/ratings")).GetProperty("ratings");
        Assert.Equal(
            1,
            ratings
                .EnumerateArray()
                .Single(one => one.GetProperty("id").GetInt32() == movies[1].Id.Value)
                .GetProperty("rating")
                .GetDouble()
        );
    }

    [Fact]
    public async Task Import_OnlyALibraryThatIsNotThere_IsRefused()
    {
        int id = await server.NewUserAsync();

        JsonElement problem = await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form($"{Header}\n{Row(0, "4")}\n", fields: ("library", "only")),
            status: 400
        );

        Assert.Contains("library", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await server.GetAsync($"/api/users/{id}")).GetProperty("totalRatings").GetInt32());
    }

    [Fact]
    public async Task Import_Nonsense_IsAClearProblem()
    {
        JsonElement unreadable = await server.ImportAsync(
            "/api/imports",
            ImportRequest.Form("<html>Sign in</html>"),
            status: 422
        );
        Assert.Equal("unreadable-import", unreadable.Kind());
        Assert.Contains("Letterboxd", unreadable.GetProperty("detail").GetString(), StringComparison.Ordinal);

        int id = await server.NewUserAsync();
        string file = $"{Header}\n{Row(0, "4")}\n";
        (string, string)[] wrong =
        [
            ("choices", "[1]"),
            ("choices", """{ "ratings.csv:99": 1 }"""),
            ("choices", """{ "ratings.csv:2": 99999999 }"""),
            ("watchlist", "maybe"),
            ("library", "yes"),
        ];
        foreach ((string, string) field in wrong)
        {
            JsonElement problem = await server.ImportAsync(
                $"/api/users/{id}/imports",
                ImportRequest.Form(file, fields: field),
                status: 400
            );
            Assert.Equal("validation", problem.Kind());
        }

        using var noFile = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        Assert.Equal("validation", (await server.ImportAsync("/api/imports", noFile, status: 400)).Kind());
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal("unsupported-media-type", (await server.ImportAsync("/api/imports", json, status: 415)).Kind());
        Assert.Equal(
            "unknown-user",
            (await server.ImportAsync("/api/users/99999999/imports", ImportRequest.Form(file), status: 404)).Kind()
        );
        Assert.Equal(0, (await server.GetAsync($"/api/users/{id}")).GetProperty("totalRatings").GetInt32());
    }

    // A form needs no leave of this server to be sent by a page of another.
    [Fact]
    public async Task Import_FromAPageOfAnotherSite_IsRefused()
    {
        int id = await server.NewUserAsync();

        JsonElement problem = await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form($"{Header}\n{Row(0, "4")}\n"),
            status: 403,
            origin: "https://elsewhere.example"
        );

        Assert.Equal("wrong-origin", problem.Kind());
        Assert.Equal(0, (await server.GetAsync($"/api/users/{id}")).GetProperty("totalRatings").GetInt32());
        await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form($"{Header}\n{Row(0, "4")}\n"),
            origin: server.Address.GetLeftPart(UriPartial.Authority)
        );
    }

    [Fact]
    public async Task Import_LargerThanJsonMayBe_IsTakenAndMuchLargerIsNot()
    {
        string padding = string.Concat(
            Enumerable.Repeat("2021-01-01,No Such Film At All,2021,https://boxd.it/zz,3\n", 40_000)
        );

        JsonElement preview = await server.ImportAsync("/api/imports", ImportRequest.Form($"{Header}\n{padding}"));
        JsonElement problem = await server.ImportAsync(
            "/api/imports",
            ImportRequest.Form(new string('x', 20 << 20)),
            status: 413
        );

        Assert.Equal(40_000, preview.GetProperty("rows").GetProperty("total").GetInt32());
        Assert.Equal("body-too-large", problem.Kind());
        Assert.Contains("16 MiB", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private string Row(int n, string stars) => LetterboxdCsv.Row(movies[n], stars);
}
