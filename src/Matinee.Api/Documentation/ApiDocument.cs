namespace Matinee.Api.Documentation;

internal static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) { }

    public static void MapDocumentation(this IEndpointRouteBuilder app) { }
}
