using System.Net.Sockets;

namespace Matinee.Data.Download;

internal enum NetworkFaultKind
{
    /// <summary>No connection came about.</summary>
    Unreachable,

    /// <summary>The connection was there and went away, or the server is busy.</summary>
    Broken,

    /// <summary>The connection is there and nothing comes.</summary>
    Stalled,
}

/// <summary>A failure between this machine and the server, with its cause in plain words.</summary>
internal sealed class NetworkFault(NetworkFaultKind kind, string cause, Exception? inner = null)
    : Exception(cause, inner)
{
    public NetworkFaultKind Kind { get; } = kind;

    public string Cause { get; } = cause;

    public static NetworkFault From(HttpRequestException exception, Uri url)
    {
        SocketError? socket = FindSocketError(exception);
        string? cause = (exception.HttpRequestError, socket) switch
        {
            (_, SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData)
            or (HttpRequestError.NameResolutionError, _) => $"the name {url.Host} can't be resolved",
            (_, SocketError.ConnectionRefused) => $"{url.Authority} refused the connection",
            (_, SocketError.TimedOut) => $"{url.Authority} didn't answer in time",
            (_, SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown) =>
                $"there is no network route to {url.Host}",
            (HttpRequestError.SecureConnectionError, _) =>
                $"no secure connection to {url.Host} came about (certificate or TLS)",
            (HttpRequestError.ProxyTunnelError, _) => "the proxy refused the connection",
            (HttpRequestError.ConnectionError, _) => $"{url.Authority} can't be connected to",
            _ => null,
        };
        return cause is null
            ? new NetworkFault(NetworkFaultKind.Broken, "the connection broke", exception)
            : new NetworkFault(NetworkFaultKind.Unreachable, cause, exception);
    }

    private static SocketError? FindSocketError(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return null;
    }
}
