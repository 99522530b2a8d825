using System.Text.Json;
using Matinee.Api.Tests.Server;
using Matinee.Core.Catalog;

namespace Matinee.Api.Tests.Importing;

public sealed class ExportTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly TestServer server = fixture.Server;
    private readonly Movie[] movies = [.. fixture.Bundles.Load().Catalog.Movies.Take(3)];

    [Theory]
    [InlineData("letterboxd", "text/csv", "csv")]
    [InlineData("json", "application/json", "json")]
    public async Task Export_ThenImport_KeepsEveryRating(string format, string type, string ending)
    {
        int id = await server.NewUserAsync();
        await server.ImportAsync(
            $"/api/users/{id}/imports",
            ImportRequest.Form(
                $"{LetterboxdCsv.Header}\n{LetterboxdCsv.Row(movies[0], "5")}\n{LetterboxdCsv.Row(movies[1], "0.5")}\n{LetterboxdCsv.Row(movies[2], "3.5")}\n"
            )
        );

        (var contentType, string name, string text) = await server.FileAsync(
            $"/api/users/{id}/ratings/export?format={format}"
        );
        int other = await server.NewUserAsync();
        JsonElement answer = await server.ImportAsync($"/api/users/{other}/imports", ImportRequest.Form(text, name));

        Assert.Equal(type, contentType?.MediaType);
        Assert.EndsWith($".{ending}", name, StringComparison.Ordinal);
        Assert.Equal(3, answer.GetProperty("stored").GetProperty("ratings").GetInt32());
        Assert.Equal(
            (await server.GetAsync($"/api/users/{id}/export")).GetProperty("ratings").GetRawText(),
            (await server.GetAsync($"/api/users/{other}/export")).GetProperty("ratings").GetRawText()
        );
    }

    [Fact]
    public async Task Export_List_HasTheMoviesOfTheListInItsOrder()
    {
        int id = await server.NewUserAsync($$"""{ "ratings": [{ "movieId": {{movies[0].Id.Value}}, "rating": 5 }] }""");

        (_, string name, string text) = await server.FileAsync(
            $"/api/recommendations/{id}/export?format=json&limit=20"
        );

        Assert.Equal($"matinee-list-{id}.json", name);
        Assert.Equal(
            await server.RecommendedAsync(id),
            JsonDocument
                .Parse(text)
                .RootElement.GetProperty("films")
                .EnumerateArray()
                .Select(film => film.GetProperty("movieId").GetInt32())
        );
        await server.ProblemAsync("GET", $"/api/recommendations/{id}/export?format=xml", 400, "validation");
    }
}
