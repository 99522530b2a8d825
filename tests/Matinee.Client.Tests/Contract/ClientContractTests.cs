using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Matinee.Client.Tests.Contract;

/// <summary>The client against the server's OpenAPI document: what someone adds there fails here until the client has it.</summary>
public sealed class ClientContractTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private static readonly Dictionary<string, MethodInfo> MethodById = typeof(MatineeClient)
        .GetMethods()
        .Where(method => method.GetCustomAttribute<OperationAttribute>() is not null)
        .ToDictionary(method => method.GetCustomAttribute<OperationAttribute>()!.Id);

    /// <summary>What the client leaves out, and why.</summary>
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["signIn"] = "A cookie for browsers; programs send their key with each request.",
        ["signOut"] = "Ends what signIn began.",
    };

    public static TheoryData<string> Operations => [.. MethodById.Keys];

    [Fact]
    public async Task Document_EveryOperation_HasAMethodAndNoMethodIsLeftOver()
    {
        ApiDocument document = await ApiDocument.OfAsync(fixture.Server);

        Assert.Equal(
            document.Operations.Select(operation => operation.Id).Order(),
            MethodById.Keys.Concat(LeftOut.Keys).Order()
        );
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_EverythingSet_HasEveryParameterOfTheDocument(string id)
    {
        ApiOperation operation = (await ApiDocument.OfAsync(fixture.Server)).Operation(id);

        RecordedRequest request = await RecordedRequest.OfAsync(MethodById[id]);

        Assert.Equal(operation.Method, request.Method);
        Assert.Matches($"^/base{Regex.Replace(operation.Path, @"\\?\{[a-z_]+\}", "[^/]+")}$", request.Path);
        Assert.Equal(
            operation.Query.Select(parameter => parameter.Name).Order(),
            request.Query.Select(one => one.Key).Order()
        );
        foreach ((string name, JsonElement schema) in operation.Query)
        {
            Assert.All(request.Query[name], value => Assert.True(Fits(schema, value), $"{name}={value}: {schema}"));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Body_EverythingSet_HasEveryPropertyOfTheDocument(string id)
    {
        ApiDocument document = await ApiDocument.OfAsync(fixture.Server);

        JsonElement? body = (await RecordedRequest.OfAsync(MethodById[id])).Body;

        JsonElement? schema = document.Operation(id).Body;
        Assert.Equal(schema is null, body is null);
        if (body is { } sent)
        {
            Assert.Empty(new SchemaCheck(document.Root).Problems(schema!.Value, sent));
            Assert.Empty(Missing(document, schema.Value, [sent], "$"));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Form_EverythingSet_HasEveryFieldOfTheDocument(string id)
    {
        ApiDocument document = await ApiDocument.OfAsync(fixture.Server);

        RecordedRequest request = await RecordedRequest.OfAsync(MethodById[id]);

        Assert.Equal(document.Operation(id).Form?.Order(), request.Form?.Order());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Answer_EveryPropertyOfTheDocument_HasAFittingOneInTheClient(string id)
    {
        ApiDocument document = await ApiDocument.OfAsync(fixture.Server);
        Type returned = MethodById[id].ReturnType;

        if (document.Operation(id).Answer is { } schema)
        {
            Assert.Empty(new AnswerFit(document).Problems(schema, returned.GetGenericArguments()[0], "$"));
        }
        else
        {
            Assert.True(
                returned == typeof(Task) || returned == typeof(Task<Poster>) || returned == typeof(Task<ExportedFile>),
                $"{returned}"
            );
        }
    }

    [Fact]
    public async Task ProblemTypes_EveryTypeOfTheDocument_HasAName()
    {
        ApiDocument document = await ApiDocument.OfAsync(fixture.Server);
        string[] named = [.. typeof(ProblemTypes).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

        string[] documented =
        [
            .. Regex
                .Matches(document.Root.GetRawText(), "`(urn:matinee:problem:[a-z-]+)`")
                .Select(match => match.Groups[1].Value)
                .Distinct(),
        ];

        Assert.Superset(documented.ToHashSet(), named.ToHashSet());
        Assert.True(documented.Length > 8, $"{documented.Length}");
    }

    [Fact]
    public void AnswerFit_TypesThatDoNotFit_AreFound()
    {
        var document = new ApiDocument(
            JsonDocument
                .Parse(
                    """
                    { "components": { "schemas": { "H": { "type": "object", "properties": {
                      "status": { "type": ["null", "string"] }, "later": { "type": "integer" } } } } } }
                    """
                )
                .RootElement
        );
        using JsonDocument schema = JsonDocument.Parse("""{ "$ref": "#/components/schemas/H" }""");

        string[] problems = [.. new AnswerFit(document).Problems(schema.RootElement, typeof(Health), "$")];

        Assert.Equal(2, problems.Length);
        Assert.StartsWith("$.status may be null", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("$.later: Health has no property", problems[1], StringComparison.Ordinal);
    }

    // A value as it stands in a query. Lists stand in one text with commas, or repeat.
    private static bool Fits(JsonElement schema, string value) =>
        ApiDocument.Types(schema) switch
        {
            ["integer"] => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            ["number"] => double.TryParse(value, CultureInfo.InvariantCulture, out _),
            ["boolean"] => value is "true" or "false",
            ["array"] => value.Split(',').All(one => Fits(schema.GetProperty("items"), one)),
            ["string"] => !schema.TryGetProperty("enum", out JsonElement choices)
                || choices.EnumerateArray().Any(choice => choice.GetString() == value),
            _ => false,
        };

    // Properties that no value at a place of the body has.
    private static IEnumerable<string> Missing(
        ApiDocument document,
        JsonElement schema,
        JsonElement[] values,
        string place
    )
    {
        JsonElement resolved = document.Resolve(schema);
        if (resolved.TryGetProperty("items", out JsonElement items))
        {
            return Missing(document, items, [.. values.SelectMany(value => value.EnumerateArray())], $"{place}[]");
        }

        return !resolved.TryGetProperty("properties", out JsonElement properties)
            ? []
            : properties
                .EnumerateObject()
                .SelectMany(property =>
                {
                    JsonElement[] there =
                    [
                        .. values
                            .Where(value => value.TryGetProperty(property.Name, out _))
                            .Select(value => value.GetProperty(property.Name)),
                    ];
                    string own = $"{place}.{property.Name}";
                    return there.Length == 0 ? [own] : Missing(document, property.Value, there, own);
                });
    }
}
