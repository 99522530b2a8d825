using System.Globalization;
using System.Text.Json;
using Matinee.Api.Hosting;

namespace Matinee.Cli.Diagnosis;

/// <summary>Checks of what <c>serve</c> needs: its port and its pages.</summary>
internal static class ServerChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<Finding> PortAsync(ServerOptions options, CancellationToken cancellation)
    {
        if (ListenProblem.Find(options) is not { } problem)
        {
            return Finding.Ok(
                "port",
                string.Create(CultureInfo.InvariantCulture, $"{options.Port} on {options.Host} is free")
            );
        }

        return await IsMatineeAsync(options, cancellation)
            ? Finding.Ok(
                "port",
                string.Create(CultureInfo.InvariantCulture, $"a Matinee server answers on {options.Port}")
            )
            : Finding.Failed("port", problem);
    }

    public static Finding Pages(string folder) =>
        File.Exists(Path.Combine(folder, "index.html"))
            ? Finding.Ok("web pages", "built")
            : Finding.Warning(
                "web pages",
                $"{folder} has none: 'serve' has the API alone",
                "Install Node.js 20.19 or later and build again (rm -rf .build)."
            );

    private static async Task<bool> IsMatineeAsync(ServerOptions options, CancellationToken cancellation)
    {
        string host = options.Host switch
        {
            "*" or "0.0.0.0" => "127.0.0.1",
            // Of IPv6.
            var address when address.Contains(':', StringComparison.Ordinal) => $"[{address}]",
            var address => address,
        };
        // Within this machine: no proxy has a say in it.
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = 1 << 16 };
        try
        {
            string url = string.Create(CultureInfo.InvariantCulture, $"http://{host}:{options.Port}/health/live");
            using JsonDocument json = JsonDocument.Parse(await http.GetStringAsync(new Uri(url), cancellation));
            return json.RootElement.GetProperty("status").GetString() == "live";
        }
        catch (Exception exception)
            when (exception
                    is HttpRequestException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                || (exception is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return false;
        }
    }
}
