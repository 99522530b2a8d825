using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Access;
using Matinee.Api.Contracts;
using Matinee.Api.Store;
using Matinee.Core.Catalog;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matinee.Api.Documentation;

/// <summary>Schemas of types that write themselves, which nothing can read off them.</summary>
internal static class SchemaTransformer
{
    public static Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellation
    )
    {
        Type type = context.JsonTypeInfo.Type;
        if (type == typeof(MovieReference))
        {
            schema.Type = JsonSchemaType.Integer | JsonSchemaType.String;
            schema.Description = $"A movie: {MovieReferenceConverter.Forms}.";
            schema.Properties = null;
        }
        else if (type == typeof(EventKind))
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = ["watched", "liked", "clicked"];
        }
        else if (type == typeof(AccessScope))
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. AccessScopeConverter.Names.Select(name => (JsonNode)name)];
        }
        else if (type == typeof(JsonElement))
        {
            schema.Type = JsonSchemaType.Object;
        }

        // Comments are broken into lines where the code's margin is.
        schema.Description = schema.Description?.ReplaceLineEndings(" ");
        return Task.CompletedTask;
    }
}
