using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Matinee.Api.Hosting;

/// <summary>So many requests per minute and client address; health checks are free.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IServiceCollection services, ServerOptions options)
    {
        if (options.RateLimit == 0)
        {
            return;
        }

        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                TimeSpan wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after)
                    ? after
                    : Window;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
                    .ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http =>
                http.Request.Path.StartsWithSegments("/health")
                    ? RateLimitPartition.GetNoLimiter(IPAddress.None)
                    : RateLimitPartition.GetFixedWindowLimiter(
                        Client(http.Connection.RemoteIpAddress),
                        _ => new FixedWindowRateLimiterOptions
                        {
                            PermitLimit = options.RateLimit,
                            Window = Window,
                            QueueLimit = 0,
                        }
                    )
            );
        });
    }

    public static void UseRateLimits(this IApplicationBuilder app, ServerOptions options)
    {
        if (options.RateLimit > 0)
        {
            app.UseRateLimiter();
        }
    }

    // A subscriber has a whole /64 of IPv6 addresses: together they are one client.
    internal static IPAddress Client(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.Any;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
