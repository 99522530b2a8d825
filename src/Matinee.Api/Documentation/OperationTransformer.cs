using System.Text.Json.Nodes;
using Matinee.Api.Endpoints;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matinee.Api.Documentation;

/// <summary>Adds to an operation what <see cref="Described"/> says: parameters, examples and problems.</summary>
internal static class OperationTransformer
{
    private const string ProblemSchema = nameof(Problem);

    public static Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        Described? described = context
            .Description.ActionDescriptor.EndpointMetadata.OfType<Described>()
            .FirstOrDefault();
        if (described is not null)
        {
            operation.Parameters = [.. described.Parameters.Select(ParameterSchemas.Of)];
            Form(operation, described);
            Examples(operation, described);
            Answer(operation, described);
            Problems(operation, described, context.Document!);
        }

        return Task.CompletedTask;
    }

    private static void Form(OpenApiOperation operation, Described described)
    {
        if (described.Form is not { } fields)
        {
            return;
        }

        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => Field(field)),
                        Required = fields.Where(field => field.Required).Select(field => field.Name).ToHashSet(),
                    },
                },
            },
        };
    }

    private static OpenApiSchema Field(FormField field) =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = field.Description,
            Format = field.IsFile ? "binary" : null,
            Enum = field.Choices.Count > 0 ? [.. field.Choices.Select(choice => (JsonNode)choice)] : null,
            Default = field.Choices.Count > 0 ? field.Choices[0] : null,
        };

    private static void Examples(OpenApiOperation operation, Described described)
    {
        if (described.BodyExample is { } example && operation.RequestBody?.Content?.Values.FirstOrDefault() is { } body)
        {
            body.Example = JsonNode.Parse(example);
        }
    }

    private static void Answer(OpenApiOperation operation, Described described)
    {
        if (described.ContentTypes is not ["application/json"])
        {
            operation.Responses!.Values.OfType<OpenApiResponse>().First().Content = described.ContentTypes.ToDictionary(
                type => type,
                _ => new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                }
            );
        }

        if (
            operation.Responses?.Values.FirstOrDefault() is OpenApiResponse answer
            && described.Status != StatusCodes.Status200OK
        )
        {
            answer.Description =
                described.Status == StatusCodes.Status201Created ? "Made; the header `Location` says where it is."
                : described.Status == StatusCodes.Status202Accepted ? "Begun."
                : "Done.";
        }
    }

    private static void Problems(OpenApiOperation operation, Described described, OpenApiDocument document)
    {
        foreach (
            IGrouping<int, ProblemKind> kinds in described
                .AllProblems.GroupBy(kind => kind.Status)
                .OrderBy(kinds => kinds.Key)
        )
        {
            operation.Responses![kinds.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)] =
                new OpenApiResponse
                {
                    Description = string.Join(" ", kinds.Select(kind => $"{kind.Title} (`{kind.Type}`)")),
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        [ProblemWriting.ContentType] = new()
                        {
                            Schema = new OpenApiSchemaReference(ProblemSchema, document),
                        },
                    },
                };
        }
    }

    /// <summary>Before the operations that refer to it.</summary>
    public static async Task AddProblemSchemaAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    ) =>
        document.AddComponent(
            ProblemSchema,
            await context.GetOrCreateSchemaAsync(typeof(Problem), cancellationToken: cancellation)
        );
}
