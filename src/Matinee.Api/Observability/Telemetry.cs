using System.Diagnostics;
using Matinee.Api.Access;
using Matinee.Api.Hosting;
using Matinee.Core.Artifacts;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Matinee.Api.Observability;

/// <summary>Metrics for Prometheus at <c>/metrics</c>, and traces for whom they are sent to, by OpenTelemetry.</summary>
internal static class Telemetry
{
    public const string MetricsPath = "/metrics";

    private static readonly string[] Meters =
    [
        MatineeMetrics.MeterName,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
        "Npgsql",
    ];

    // From a list of an EASE model to a search that waits for a database, in seconds.
    private static readonly double[] Durations =
    [
        0.001,
        0.0025,
        0.005,
        0.01,
        0.025,
        0.05,
        0.1,
        0.25,
        0.5,
        1,
        2.5,
        5,
        10,
    ];

    public static void AddTelemetry(this IServiceCollection services, ServerOptions options)
    {
        services.AddMetrics();
        services.AddSingleton<MatineeMetrics>();
        if (!options.Metrics && options.OtlpUrl is null)
        {
            return;
        }

        OpenTelemetry.OpenTelemetryBuilder telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("matinee", serviceVersion: ModelBundle.MatineeVersion));
        if (options.Metrics)
        {
            telemetry.WithMetrics(metrics =>
                metrics
                    .AddMeter(Meters)
                    .AddView(
                        "http.server.request.duration",
                        new ExplicitBucketHistogramConfiguration { Boundaries = Durations }
                    )
                    .AddPrometheusExporter()
            );
        }

        if (options.OtlpUrl is { } url)
        {
            telemetry.WithTracing(traces =>
                traces
                    .AddAspNetCoreInstrumentation(requests =>
                    {
                        requests.Filter = http =>
                            !http.Request.Path.StartsWithSegments("/health") && http.Request.Path != MetricsPath;
                        requests.EnrichWithHttpResponse = HideWho;
                    })
                    .AddSource("Npgsql")
                    .AddOtlpExporter(exporter =>
                    {
                        exporter.Endpoint = url;
                        exporter.Protocol = url.AbsolutePath.EndsWith("/v1/traces", StringComparison.Ordinal)
                            ? OtlpExportProtocol.HttpProtobuf
                            : OtlpExportProtocol.Grpc;
                    })
            );
        }
    }

    public static void MapMetrics(this IEndpointRouteBuilder app, ServerOptions options)
    {
        if (options.Metrics)
        {
            app.MapPrometheusScrapingEndpoint(MetricsPath)
                .WithMetadata(new NeedsAccess(AccessScope.Read) { RefusesBoundKeys = true });
        }
    }

    // Ids stand in paths and queries: the route's pattern says as much as anyone needs.
    private static void HideWho(Activity activity, HttpResponse response)
    {
        activity.SetTag("url.query", null);
        activity.SetTag("url.path", (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        activity.SetTag("client.address", null);
        activity.SetTag("user_agent.original", null);
    }
}
