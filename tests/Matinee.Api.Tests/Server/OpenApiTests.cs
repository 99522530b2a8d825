using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Server;

public sealed class OpenApiTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly TestServer server = fixture.Server;

    [Fact]
    public async Task Document_EveryEndpoint_StandsInItAndNothingElse()
    {
        JsonElement document = await DocumentAsync();

        string[] served =
        [
            .. server
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Select(endpoint => (Path: endpoint.RoutePattern.RawText!, Methods: Methods(endpoint)))
                .Where(one =>
                    one.Path.StartsWith("/api", StringComparison.Ordinal)
                    || one.Path.StartsWith("/health", StringComparison.Ordinal)
                )
                .SelectMany(one => one.Methods.Select(method => $"{method} {one.Path}"))
                .Order(),
        ];
        string[] documented =
        [
            .. Operations(document).Select(one => $"{one.Method.ToUpperInvariant()} {one.Path}").Order(),
        ];
        Assert.Equal(served, documented);
        Assert.True(served.Length >= 28, $"{served.Length}");
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);

        static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
            endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
            ?? endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
            ?? [];
    }

    [Fact]
    public async Task Document_EveryOperation_IsDescribedWithItsPathsParametersAndProblems()
    {
        JsonElement document = await DocumentAsync();
        var names = new HashSet<string>();

        foreach ((string path, string method, JsonElement operation) in Operations(document))
        {
            Assert.True(names.Add(operation.GetProperty("operationId").GetString()!), path);
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            JsonElement[] parameters = operation.TryGetProperty("parameters", out JsonElement given)
                ? [.. given.EnumerateArray()]
                : [];
            string[] inPath =
            [
                .. parameters
                    .Where(parameter => parameter.GetProperty("in").GetString() == "path")
                    .Select(parameter => $"{{{parameter.GetProperty("name").GetString()}}}"),
            ];
            Assert.Equal(path.Count(letter => letter == '{'), inPath.Length);
            Assert.All(inPath, name => Assert.Contains(name, path, StringComparison.Ordinal));
            Assert.All(parameters, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
            JsonElement responses = operation.GetProperty("responses");
            Assert.Contains(responses.EnumerateObject(), response => response.Name.StartsWith('2'));
            Assert.All(
                responses.EnumerateObject().Where(response => !response.Name.StartsWith('2')),
                response =>
                    Assert.Contains(
                        "urn:matinee:problem:",
                        response.Value.GetProperty("description").GetString(),
                        StringComparison.Ordinal
                    )
            );
            Assert.True(
                method is "get" or "delete"
                    || path.EndsWith("{movie_id}", StringComparison.Ordinal)
                    || operation.TryGetProperty("requestBody", out _),
                path
            );
        }
    }

    [Fact]
    public async Task Document_EverySchemaReference_LeadsSomewhere()
    {
        JsonElement document = await DocumentAsync();
        JsonElement schemas = document.GetProperty("components").GetProperty("schemas");

        foreach (string reference in References(document))
        {
            Assert.StartsWith("#/components/schemas/", reference, StringComparison.Ordinal);
            Assert.True(schemas.TryGetProperty(reference["#/components/schemas/".Length..], out _), reference);
        }

        static IEnumerable<string> References(JsonElement element) =>
            element.ValueKind switch
            {
                JsonValueKind.Object => element
                    .EnumerateObject()
                    .SelectMany(property =>
                        property.NameEquals("$ref") && property.Value.ValueKind == JsonValueKind.String
                            ? [property.Value.GetString()!]
                            : References(property.Value)
                    ),
                JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
                _ => [],
            };
    }

    [Theory]
    [InlineData("GET", "/api/recommendations/{user_id}", "/api/recommendations/7", null)]
    [InlineData(
        "POST",
        "/api/recommendations",
        "/api/recommendations",
        """{ "ratings": [{ "movieId": 1, "rating": 4 }] }"""
    )]
    [InlineData(
        "POST",
        "/api/groups/recommendations",
        "/api/groups/recommendations",
        """{ "members": [{ "userId": 7 }] }"""
    )]
    [InlineData("POST", "/api/users", "/api/users", """{ "ratings": [{ "movieId": 1, "rating": 4 }] }""")]
    [InlineData("GET", "/api/users/{user_id}", "/api/users/7", null)]
    [InlineData("GET", "/api/users/{user_id}/export", "/api/users/7/export", null)]
    [InlineData("GET", "/api/users/{user_id}/ratings", "/api/users/7/ratings?limit=3", null)]
    [InlineData("PUT", "/api/users/{user_id}/ratings/{movie_id}", "/api/users/20/ratings/1", """{ "rating": 4 }""")]
    [InlineData(
        "POST",
        "/api/users/{user_id}/ratings:batch",
        "/api/users/20/ratings:batch",
        """{ "ratings": [{ "movieId": 1, "rating": 4 }] }"""
    )]
    [InlineData("GET", "/api/users/{user_id}/hidden", "/api/users/7/hidden", null)]
    [InlineData("GET", "/api/users/{user_id}/allow-list", "/api/users/7/allow-list", null)]
    [InlineData(
        "PUT",
        "/api/users/{user_id}/allow-list",
        "/api/users/21/allow-list",
        """{ "movieIds": [1, "tmdb:1"] }"""
    )]
    [InlineData(
        "POST",
        "/api/users/{user_id}/events",
        "/api/users/20/events",
        """{ "events": [{ "movieId": 1, "type": "clicked" }] }"""
    )]
    [InlineData("GET", "/api/movies", "/api/movies?limit=3", null)]
    [InlineData("GET", "/api/movies/{movie_id}", "/api/movies/1", null)]
    [InlineData("POST", "/api/movies", "/api/movies", """{ "title": "Schema (2020)" }""")]
    [InlineData("GET", "/api/movies/{movie_id}/similar", "/api/movies/1/similar", null)]
    [InlineData("GET", "/api/movies/{movie_id}/prediction", "/api/movies/1/prediction?user_id=7", null)]
    [InlineData("GET", "/api/movies/{movie_id}/poster", "/api/movies/1/poster", null)]
    [InlineData("GET", "/api/search", "/api/search?q=space", null)]
    [InlineData("POST", "/api/ask", "/api/ask", """{ "text": "funny, like Zebra" }""")]
    [InlineData("GET", "/api/recommendations/{user_id}", "/api/recommendations/7?reasons=words", null)]
    [InlineData("GET", "/api/onboarding/movies", "/api/onboarding/movies?limit=3", null)]
    [InlineData("GET", "/api/model", "/api/model", null)]
    [InlineData("GET", "/api/admin/models", "/api/admin/models", null)]
    [InlineData("POST", "/api/admin/model", "/api/admin/model", "{}")]
    [InlineData("POST", "/api/admin/model", "/api/admin/model", """{ "version": "none" }""")]
    [InlineData("POST", "/api/admin/retrain", "/api/admin/retrain", null)]
    [InlineData("GET", "/health/live", "/health/live", null)]
    [InlineData("GET", "/health/ready", "/health/ready", null)]
    [InlineData("GET", "/api/users/{user_id}", "/api/users/555555", null)]
    [InlineData("GET", "/api/recommendations/{user_id}", "/api/recommendations/7?limit=0", null)]
    public async Task Answer_Any_HasTheDocumentsSchema(string method, string path, string request, string? body)
    {
        JsonElement document = await DocumentAsync();
        using HttpResponseMessage response = await server.SendAsync(method, request, body);
        JsonElement answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        JsonElement described = document
            .GetProperty("paths")
            .GetProperty(path)
            .GetProperty(method.ToLowerInvariant())
            .GetProperty("responses")
            .GetProperty($"{(int)response.StatusCode}")
            .GetProperty("content")
            .GetProperty(response.Content.Headers.ContentType!.MediaType!)
            .GetProperty("schema");

        Assert.Empty(new SchemaCheck(document).Problems(described, answer));
    }

    [Fact]
    public void SchemaCheck_WrongAnswers_AreFound()
    {
        using JsonDocument document = JsonDocument.Parse(
            """
            { "components": { "schemas": { "A": { "type": "object", "required": ["x"], "properties": {
              "x": { "type": "integer" }, "y": { "type": ["null", "array"], "items": { "type": "string" } } } } } } }
            """
        );
        using JsonDocument schema = JsonDocument.Parse("""{ "$ref": "#/components/schemas/A" }""");
        var check = new SchemaCheck(document.RootElement);

        Assert.Empty(Problems("""{ "x": 1, "y": null }"""));
        Assert.Single(Problems("""{ "y": ["a"] }"""));
        Assert.Single(Problems("""{ "x": 1.5 }"""));
        Assert.Single(Problems("""{ "x": 1, "y": [2] }"""));
        Assert.Single(Problems("""{ "x": 1, "z": 2 }"""));

        List<string> Problems(string json) =>
            [.. check.Problems(schema.RootElement, JsonDocument.Parse(json).RootElement)];
    }

    [Fact]
    public async Task Docs_Page_NamesNoOtherPlace()
    {
        using HttpResponseMessage page = await server.SendAsync("GET", "/docs/");
        string html = await page.Content.ReadAsStringAsync();
        using HttpResponseMessage script = await server.SendAsync("GET", "/docs/scalar.js");

        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("//cdn", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("src=\"scalar.js\"", html, StringComparison.Ordinal);
        Assert.True((await script.Content.ReadAsByteArrayAsync()).Length > 1_000_000);
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        // Its bar for developers, which is there on localhost otherwise, leads to offers of others.
        Assert.Contains("\"showDeveloperTools\":\"never\"", html.Replace(" ", ""), StringComparison.Ordinal);
    }

    private Task<JsonElement> DocumentAsync() => server.GetAsync("/openapi/v1.json");

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement document) =>
        document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject().Select(operation => (path.Name, operation.Name, operation.Value))
            );
}
