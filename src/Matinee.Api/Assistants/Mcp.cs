using Matinee.Api.Access;
using Matinee.Api.Assistants.Tools;
using Matinee.Api.Hosting;
using Matinee.Api.Serving;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Matinee.Api.Assistants;

/// <summary>
/// The API for assistants: the Model Context Protocol over HTTP at <c>/mcp</c>. Without sessions: any replica answers any request.
/// </summary>
internal static class Mcp
{
    public const string Path = "/mcp";

    private const string Instructions =
        "Matinee recommends movies out of its own catalogue, from measured taste. Movies go by ids (id:2571) or titles with their year. "
        + "Stars are half stars from 0.5 to 5. For one person's taste use recommend; to find a movie or its id, search_movies; for movies "
        + "like a movie, similar_movies; when a person says how they liked one, rate_movie. Recommend only what the tools answer, and "
        + "give their reasons, not others. Errors say what to do next.";

    public static void AddMcp(this IServiceCollection services)
    {
        services.AddScoped<ToolRequest>();
        services.AddSingleton<McpServerTool>(provider => new RecommendTool(Serving(provider), Log(provider)));
        services.AddSingleton<McpServerTool>(provider => new SearchTool(Serving(provider), Log(provider)));
        services.AddSingleton<McpServerTool>(provider => new SimilarTool(Serving(provider), Log(provider)));
        services.AddSingleton<McpServerTool>(provider => new RateTool(Serving(provider), Log(provider)));
        services
            .AddMcpServer(server =>
            {
                server.ServerInfo = new Implementation
                {
                    Name = "matinee",
                    Title = "Matinee",
                    Version = typeof(Mcp).Assembly.GetName().Version!.ToString(3),
                };
                server.ServerInstructions = Instructions;
            })
            .WithHttpTransport(transport => transport.Stateless = true);
    }

    public static void MapAssistants(this IEndpointRouteBuilder app, ServerOptions options) =>
        app.MapMcp(Path)
            // Each tool says what it needs beyond.
            .WithMetadata(new NeedsAccess(AccessScope.Read))
            .Add(endpoint =>
            {
                RequestDelegate answer = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = http =>
                {
                    Origins.Check(http, options);
                    http.RequestServices.GetRequiredService<ToolRequest>().Http = http;
                    return answer(http);
                };
            });

    private static ServingContext Serving(IServiceProvider provider) => provider.GetRequiredService<ServingContext>();

    private static ILogger Log(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("Matinee.Assistants");
}
