using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Matinee.Api.Tests.Server;

namespace Matinee.Api.Tests.Observability;

public sealed partial class MetricsTests(ServedBundles bundles)
{
    [Fact]
    public async Task Metrics_AfterRequests_CountThem()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        for (int n = 0; n < 3; n++)
        {
            await server.GetAsync("/api/recommendations/7?limit=5");
        }

        string text = await ScrapeAsync(server);

        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", text, StringComparison.Ordinal);
        Assert.Matches(
            """http_server_request_duration_seconds_count\{.*http_route="/api/recommendations/\{user_id\}".*\} 3\b""",
            text
        );
        Assert.Matches("""matinee_lists_total\{.*to="user".*\} 3\b""", text);
        Assert.Matches("""matinee_recommended_movies_total\{.*\} 15\b""", text);
        // Routes, not paths: nobody's id is a label.
        Assert.DoesNotContain("recommendations/7", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_Off_AreNotThere()
    {
        await using TestServer server = await TestServer.StartAsync(
            bundles.Ease,
            options => options with { Metrics = false }
        );

        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync("GET", "/metrics")).StatusCode);
    }

    [Fact]
    public async Task Dashboard_EveryQuery_AsksForMetricsThatThereAre()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        JsonElement list = await server.GetAsync("/api/recommendations/7?limit=5");
        await server.JsonAsync(
            "PUT",
            $"/api/users/7/ratings/{TestServer.Ids(list)[0]}",
            $$"""{ "rating": 4, "recommendationId": "{{list.GetProperty("recommendationId").GetString()}}" }"""
        );
        string scraped = await ScrapeAsync(server);
        var served = MetricLine().Matches(scraped).Select(match => match.Groups[1].Value).ToHashSet();

        using JsonDocument dashboard = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(TestData.RepositoryRoot(), "deploy", "grafana", "matinee.json"))
        );
        string[] queries =
        [
            .. dashboard
                .RootElement.GetProperty("panels")
                .EnumerateArray()
                .Where(panel => panel.TryGetProperty("targets", out _))
                .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
                .Select(target => target.GetProperty("expr").GetString()!),
        ];

        Assert.True(queries.Length >= 8, $"{queries.Length}");
        string[] asked =
        [
            .. queries.SelectMany(query => MetricName().Matches(query).Select(match => match.Value)).Distinct(),
        ];
        Assert.True(asked.Length >= 8, string.Join(' ', asked));
        // What has not happened yet has no line.
        Assert.All(
            asked.Where(name => name != "matinee_refused_requests_total"),
            name => Assert.Contains(name, served)
        );
    }

    private static async Task<string> ScrapeAsync(TestServer server)
    {
        using HttpResponseMessage response = await server.SendAsync("GET", "/metrics");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("^([a-z_]+)[{ ]", RegexOptions.Multiline)]
    private static partial Regex MetricLine();

    [GeneratedRegex("[a-z_]+(?=\\{)")]
    private static partial Regex MetricName();
}
