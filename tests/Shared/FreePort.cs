using System.Net;
using System.Net.Sockets;

namespace Matinee.Tests;

internal static class FreePort
{
    /// <summary>A TCP port of this machine where nothing listens now.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
