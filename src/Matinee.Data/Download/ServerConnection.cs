using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Matinee.Data.Download;

/// <summary>HTTP with deadlines; whatever goes wrong on the way to the server is a <see cref="NetworkFault"/>.</summary>
internal sealed class ServerConnection : IDisposable
{
    private readonly TransferLimits limits;
    private readonly HttpClient client;

    public ServerConnection(TransferLimits limits)
    {
        this.limits = limits;
        var handler = new SocketsHttpHandler { ConnectTimeout = limits.Connect, ConnectCallback = ConnectAsync };
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Matinee");
    }

    /// <summary>True once the server has answered: from then on a failure is an interruption, before it we are offline.</summary>
    public bool Answered { get; private set; }

    /// <summary>Returns when the headers are there.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limits.Connect + limits.Stall);
        try
        {
            HttpResponseMessage response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                deadline.Token
            );
            Answered = true;
            return response;
        }
        catch (HttpRequestException exception)
        {
            throw NetworkFault.From(exception, request.RequestUri!);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw deadline.IsCancellationRequested
                ? Stalled(exception)
                : new NetworkFault(
                    NetworkFaultKind.Unreachable,
                    $"no connection to {request.RequestUri!.Authority} came about within {Seconds(limits.Connect)}",
                    exception
                );
        }
    }

    /// <summary>Reads what has arrived of a response's body; 0 at its end.</summary>
    public async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limits.Stall);
        try
        {
            return await body.ReadAsync(buffer, deadline.Token);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw Stalled(exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw new NetworkFault(NetworkFaultKind.Broken, "the connection broke", exception);
        }
    }

    public void Dispose() => client.Dispose();

    // The resolver of the C library can't be interrupted and may take minutes; WaitAsync leaves it behind.
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellation
    )
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation)
            .WaitAsync(cancellation);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private NetworkFault Stalled(Exception inner) =>
        new(NetworkFaultKind.Stalled, $"the server sent nothing for {Seconds(limits.Stall)}", inner);

    private static string Seconds(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s");
}
