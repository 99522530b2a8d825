using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Matinee.Api.Tests.Server;

namespace Matinee.Api.Tests.Observability;

public sealed partial class MetricsTests(ServedBundles bundles)
{
    private const string Route = "http_route=\"/api/recommendations/{user_id}\"";

    [Fact]
    public async Task Metrics_AfterRequests_CountThem()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        for (int n = 0; n < 3; n++)
        {
            await server.GetAsync("/api/recommendations/7?limit=5");
        }

        // Counted when the answer is through, a moment after the client has it. Other tests' servers in this process count along.
        string text = await ScrapeAsync(server);
        for (int n = 0; n < 50 && Sum(text, "http_server_request_duration_seconds_count", Route) < 3; n++)
        {
            await Task.Delay(100);
            text = await ScrapeAsync(server);
        }

        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", text, StringComparison.Ordinal);
        Assert.True(Sum(text, "http_server_request_duration_seconds_count", Route) >= 3, text);
        Assert.True(Sum(text, "matinee_lists_total", "to=\"user\"") >= 3, text);
        Assert.True(Sum(text, "matinee_recommended_movies_total", "model=") >= 15, text);
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

    /// <summary>Of the lines of a metric that have a label.</summary>
    private static double Sum(string text, string metric, string label) =>
        text.Split('\n')
            .Where(line => line.StartsWith(metric + "{", StringComparison.Ordinal))
            .Where(line => line.Contains(label, StringComparison.Ordinal))
            .Sum(line =>
                double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture)
            );

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
