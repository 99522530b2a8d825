using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime;
using Matinee.Api.Store;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Matinee.Api.Hosting;

/// <summary>A server that listens; stops when disposed.</summary>
public sealed class MatineeServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ServerOptions options;

    private MatineeServer(WebApplication app, ServerOptions options)
    {
        this.app = app;
        this.options = options;
        Address = AddressOf(app);
    }

    /// <summary>Where it answers, such as <c>http://127.0.0.1:3000</c>.</summary>
    public Uri Address { get; }

    /// <summary>What it is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Loads the model, opens the store and listens.</summary>
    /// <param name="logging">More of the log's settings.</param>
    /// <exception cref="MatineeException">No model, no store, or the port is taken; the message says what to do.</exception>
    public static async Task<MatineeServer> StartAsync(
        ServerOptions options,
        Action<ILoggingBuilder>? logging = null,
        CancellationToken cancellation = default
    )
    {
        long start = Stopwatch.GetTimestamp();
        WebApplication app = await ServerBuilding.BuildAsync(options.Validate(), logging, cancellation);
        UserStore store;
        try
        {
            // Opens it before anyone can ask.
            store = app.Services.GetRequiredService<UserStore>();
            await app.StartAsync(cancellation);
        }
        catch (Exception exception)
        {
            await app.DisposeAsync();
            if (Explanation(exception, options) is { } message)
            {
                throw new MatineeException(message, exception);
            }

            throw;
        }

        store.WarmUp();
        app.Services.GetRequiredService<Serving.SearchPlace>().Start();
        var server = new MatineeServer(app, options);
        server.WarnOfPassword();
        server.LogReady(start);
        return server;
    }

    /// <summary>Starts, says where it answers, and serves until cancelled; requests that run then have their time to end.</summary>
    /// <exception cref="MatineeException">It can't start, or the served histories turn out to be damaged.</exception>
    public static async Task RunAsync(
        ServerOptions options,
        TextWriter output,
        Action<ILoggingBuilder>? logging = null,
        CancellationToken cancellation = default
    )
    {
        // A collector beside what starts would take a core from it; once people ask, it is there for them not to wait.
        GCLatencyMode usual = GCSettings.LatencyMode;
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        await using MatineeServer server = await StartAsync(options, logging, cancellation);
        GCSettings.LatencyMode = usual;
        await output.WriteLineAsync(
            $"Serving {options.ModelPath} at {server.Address.ToString().TrimEnd('/')} (documentation at /docs). Ctrl-C stops it."
        );
        await output.FlushAsync(CancellationToken.None);
        try
        {
            await server.CheckHistoriesAsync(cancellation);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
        catch (OperationCanceledException)
        {
            await server.StopAsync();
        }
    }

    /// <summary>Compares what <see cref="ModelBundle.LoadForServing(string, Core.Models.ModelKinds)"/> left, while it answers.</summary>
    /// <exception cref="MatineeException">A file differs.</exception>
    public Task CheckHistoriesAsync(CancellationToken cancellation = default) =>
        app
            .Services.GetRequiredService<Serving.LiveModel>()
            .Current.Bundle.CheckHistoriesAsync()
            .WaitAsync(cancellation);

    /// <summary>Takes no more connections, lets the requests that run end, and closes the store.</summary>
    public async Task StopAsync()
    {
        ILogger log = Log();
        log.Stopping(options.ShutdownSeconds);
        await app.StopAsync();
        log.Stopped();
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private void WarnOfPassword()
    {
        if (
            StorePlaces.HoldsPassword(options.Store)
            && Environment.GetCommandLineArgs().Any(word => word.Contains(options.Store, StringComparison.Ordinal))
        )
        {
            Log().PasswordShown();
        }
    }

    private void LogReady(long start)
    {
        var live = app.Services.GetRequiredService<Serving.LiveModel>();
        Log()
            .Ready(
                Stopwatch.GetElapsedTime(start).TotalMilliseconds,
                live.Current.Bundle.Manifest.Model,
                live.Current.Catalog.Count,
                live.Current.Bundle.Manifest.Dataset.Users,
                Address.ToString()
            );
    }

    private ILogger Log() => app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Matinee");

    private static Uri AddressOf(WebApplication app)
    {
        string address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        // Every address is no address to go to.
        return new Uri(
            address
                .Replace("//[::]:", "//localhost:", StringComparison.Ordinal)
                .Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal)
        );
    }

    private static string? Explanation(Exception exception, ServerOptions options)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
            {
                return ListenProblem.Explain(socket, options);
            }
        }

        return exception is IOException
            ? $"{ListenProblem.Place(options)} can't be listened on: {exception.Message}"
            : null;
    }
}
