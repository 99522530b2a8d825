using System.Globalization;
using System.Text.Json.Nodes;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Microsoft.OpenApi;

namespace Matinee.Api.Documentation;

/// <summary>Parameters as OpenAPI has them.</summary>
internal static class ParameterSchemas
{
    public static IOpenApiParameter Of(Parameter parameter) =>
        new OpenApiParameter
        {
            Name = parameter.Name,
            In = parameter.InPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = parameter.Required,
            Description = parameter.Description,
            Schema = parameter.Repeats
                ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Schema(parameter) }
                : Schema(parameter),
            // Repeated names of genres; ids in one text with commas.
            Style = parameter.Repeats ? ParameterStyle.Form : null,
            Explode = !parameter.InPath && (!parameter.Repeats || parameter is TextsParameter),
            Example = parameter.Example is { } example ? ExampleOf(parameter, example) : null,
        };

    private static OpenApiSchema Schema(Parameter parameter) =>
        parameter switch
        {
            WholeParameter whole => new()
            {
                Type = JsonSchemaType.Integer,
                Minimum = Text(whole.Least),
                Maximum = Text(whole.Most),
                Default = whole.Default is { } fallback ? JsonValue.Create(fallback) : null,
            },
            NumberParameter number => new()
            {
                Type = JsonSchemaType.Number,
                Minimum = Text(number.Least),
                Maximum = Text(number.Most),
                Default = JsonValue.Create(number.Default),
            },
            FlagParameter flag => new() { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(flag.Default) },
            ChoiceParameter choice => new()
            {
                Type = JsonSchemaType.String,
                Enum = [.. choice.Choices.Select(one => (JsonNode)one)],
                Default = choice.Default,
            },
            TextParameter text => new() { Type = JsonSchemaType.String, MaxLength = text.LongestText },
            TextsParameter texts => new() { Type = JsonSchemaType.String, MaxLength = texts.LongestText },
            MoviesParameter => MovieReferenceText(),
            _ => new() { Type = JsonSchemaType.String },
        };

    public static OpenApiSchema MovieReferenceText() =>
        new() { Type = JsonSchemaType.String, Description = $"It is {MovieReferenceConverter.Forms}." };

    private static JsonNode ExampleOf(Parameter parameter, string example) =>
        parameter switch
        {
            WholeParameter => JsonValue.Create(int.Parse(example, CultureInfo.InvariantCulture)),
            { Repeats: true } => new JsonArray([.. example.Split(',').Select(one => (JsonNode)one)]),
            _ => JsonValue.Create(example),
        };

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
