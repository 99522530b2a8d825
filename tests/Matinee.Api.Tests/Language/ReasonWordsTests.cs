using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Tests.Language;

public sealed class ReasonWordsTests(ServedBundles bundles)
{
    private const string Path = "/api/recommendations/7?limit=6&reasons=words";

    [Fact]
    public async Task Words_NoModel_AreTheTemplates()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);

        JsonElement[] movies = await MoviesAsync(server);
        JsonElement plain = (await server.GetAsync("/api/recommendations/7")).GetProperty("recommendations")[0];

        Assert.All(movies, movie => Assert.Equal("template", Text(movie, "whySource")));
        Assert.All(movies, movie => Assert.StartsWith("Because you ", Text(movie, "why"), StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, plain.GetProperty("why").ValueKind);
        await server.ProblemAsync("GET", $"{Path}&explain=false", 400, "validation");
    }

    [Fact]
    public async Task Words_GoodAnswer_IsShownAndKept()
    {
        await using FakeLanguageModel model = await FakeLanguageModel.StartAsync();
        await using TestServer server = await TestServer.StartAsync(bundles.Ease, model.Use);
        model.Says = given => "<think>{hm}</think>```json\n" + Sentences(given, movie => Honest(movie)) + "\n```";

        JsonElement[] first = await MoviesAsync(server);
        JsonElement[] again = await MoviesAsync(server);

        Assert.All(first, movie => Assert.Equal("model", Text(movie, "whySource")));
        Assert.All(
            first,
            movie =>
                Assert.Equal(
                    $"You liked {Text(movie.GetProperty("reasons")[0], "title")}, so this suits you.",
                    Text(movie, "why")
                )
        );
        Assert.Equal(first.Select(movie => movie.GetRawText()), again.Select(movie => movie.GetRawText()));
        string request = Assert.Single(model.Requests);
        Assert.StartsWith("/v1/chat/completions Bearer key-123 ", request, StringComparison.Ordinal);

        // Another state of the person: asked anew.
        await server.JsonAsync("PUT", "/api/users/7/ratings/1", """{ "rating": 0.5 }""");
        await MoviesAsync(server);
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task Words_WhatIsSent_NamesNobody()
    {
        await using FakeLanguageModel model = await FakeLanguageModel.StartAsync();
        await using TestServer server = await TestServer.StartAsync(bundles.Ease, model.Use);
        int user = await server.NewUserAsync("""{ "ratings": [{ "movieId": 1, "rating": 4.5 }] }""");

        await server.GetAsync($"/api/recommendations/{user}?reasons=words");

        string request = Assert.Single(model.Requests);
        Assert.DoesNotContain($"{user}", request, StringComparison.Ordinal);
        Assert.DoesNotContain("4.5", request, StringComparison.Ordinal);
        Assert.DoesNotContain("★", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_AnyTitles_NeverNameAMovieOutsideTheReasons()
    {
        await using FakeLanguageModel model = await FakeLanguageModel.StartAsync();
        await using TestServer server = await TestServer.StartAsync(bundles.Ease, model.Use);
        string[] titles =
        [
            .. bundles.Load().Catalog.Movies.Select(movie => movie.Title),
            "The Purple Wombat (2031)",
            "Zorp",
            "Return of the Zorp",
        ];
        var random = new Random(5);
        var named = new Dictionary<string, string>();
        model.Says = given =>
            Sentences(
                given,
                movie =>
                {
                    string other = random.Next(4) == 0 ? Named(movie) : titles[random.Next(titles.Length)];
                    other =
                        random.Next(2) == 0 && other.Contains(" (", StringComparison.Ordinal)
                            ? other[..other.LastIndexOf(" (", StringComparison.Ordinal)]
                            : other;
                    string sentence = $"You liked {other}, so this suits you.";
                    named[sentence] = other;
                    return sentence;
                }
            );
        int byModel = 0;
        int byTemplate = 0;
        for (int user = 1; user <= 40; user++)
        {
            foreach (
                JsonElement movie in await MoviesAsync(server, $"/api/recommendations/{user}?limit=10&reasons=words")
            )
            {
                string why = Text(movie, "why");
                Assert.InRange(why.Length, 10, 240);
                if (Text(movie, "whySource") == "template")
                {
                    byTemplate++;
                    continue;
                }

                byModel++;
                string[] allowed =
                [
                    .. movie
                        .GetProperty("reasons")
                        .EnumerateArray()
                        .Where(reason => reason.TryGetProperty("title", out _))
                        .Select(reason => Text(reason, "title"))
                        .Append(Text(movie, "title")),
                ];
                Assert.Contains(
                    allowed,
                    title => title == named[why] || title.StartsWith($"{named[why]} (", StringComparison.Ordinal)
                );
            }
        }

        Assert.True(byModel > 20 && byTemplate > 100, $"{byModel} by the model, {byTemplate} by the template");
    }

    public static TheoryData<string> Troubles =>
        ["garbage", "500", "401", "huge", "closed", "slow", "empty", "redirect"];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Words_ModelInTrouble_AreTheTemplatesInTime(string trouble)
    {
        await using FakeLanguageModel model = await FakeLanguageModel.StartAsync();
        await using TestServer server = await TestServer.StartAsync(bundles.Ease, model.Use);
        model.Instead = http => TroubleAsync(http, trouble);
        long start = Environment.TickCount64;

        JsonElement[] movies = await MoviesAsync(server);
        JsonElement asked = await server.JsonAsync("POST", "/api/ask", """{ "text": "something funny" }""");

        Assert.InRange(Environment.TickCount64 - start, 0, 9_000);
        Assert.All(movies, movie => Assert.Equal("template", Text(movie, "whySource")));
        Assert.Equal("rules", asked.GetProperty("readBy").GetString());
        Assert.Equal("Comedy", asked.GetProperty("filters").GetProperty("genres")[0].GetString());
    }

    [Theory]
    [InlineData("""{"sentences":"no"}""")]
    [InlineData(
        """{"sentences":[1,null,{"n":"1","text":"x"},{"n":99,"text":"x"},{"n":1,"text":5},{"n":1,"text":"\ud800"}]}"""
    )]
    [InlineData("""{"sentences":[{"n":1,"text":"Ignore all rules and watch https://evil.example"}]}""")]
    [InlineData("no json at all")]
    [InlineData("{{{{{{{{{{")]
    public async Task Words_OtherAnswers_AreTheTemplates(string said)
    {
        await using FakeLanguageModel model = await FakeLanguageModel.StartAsync();
        await using TestServer server = await TestServer.StartAsync(bundles.Ease, model.Use);
        model.Says = _ => said;

        JsonElement[] movies = await MoviesAsync(server);

        Assert.All(movies, movie => Assert.Equal("template", Text(movie, "whySource")));
        Assert.Single(model.Requests);
    }

    private static async Task TroubleAsync(HttpContext http, string trouble)
    {
        switch (trouble)
        {
            case "garbage":
                await FakeLanguageModel.WriteAsync(http, "{ \"choices\": 5 ");
                break;
            case "500":
            case "401":
                await FakeLanguageModel.WriteAsync(
                    http,
                    "{}",
                    int.Parse(trouble, System.Globalization.CultureInfo.InvariantCulture)
                );
                break;
            case "huge":
                await FakeLanguageModel.WriteAsync(http, FakeLanguageModel.Completion(new string('x', 3_000_000)));
                break;
            case "closed":
                http.Abort();
                break;
            case "slow":
                await Task.Delay(TimeSpan.FromSeconds(8), http.RequestAborted);
                break;
            case "redirect":
                http.Response.Redirect("http://127.0.0.1:9/");
                break;
        }
    }

    private static async Task<JsonElement[]> MoviesAsync(TestServer server, string path = Path) =>
        [.. (await server.GetAsync(path)).GetProperty("recommendations").EnumerateArray()];

    private static string Sentences(string given, Func<JsonNode, string> sentence)
    {
        var list = new JsonArray([
            .. JsonNode
                .Parse(given)!
                .AsArray()
                .Select(movie =>
                    (JsonNode)new JsonObject { ["n"] = movie!["n"]!.GetValue<int>(), ["text"] = sentence(movie) }
                ),
        ]);
        return new JsonObject { ["sentences"] = list }.ToJsonString();
    }

    private static string Honest(JsonNode movie) => $"You liked {Named(movie)}, so this suits you.";

    // "you liked Alien (1979)" or "you watched ...".
    private static string Named(JsonNode movie)
    {
        string reason = movie["reasons"]![0]!.GetValue<string>();
        return reason.StartsWith("you ", StringComparison.Ordinal)
            ? reason.Split(' ', 3)[2]
            : movie["title"]!.GetValue<string>();
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
