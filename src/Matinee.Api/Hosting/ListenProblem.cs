using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Matinee.Api.Hosting;

/// <summary>Why a server can't listen where it is told to.</summary>
public static class ListenProblem
{
    /// <summary>Tries the place: null where a server could listen there, else why not and what to do.</summary>
    /// <param name="options">Port 0 is always free.</param>
    public static string? Find(ServerOptions options)
    {
        try
        {
            // * is every address; a name is this machine.
            using var listener = new TcpListener(
                options.Host switch
                {
                    "*" => IPAddress.Any,
                    "localhost" => IPAddress.Loopback,
                    string address => IPAddress.Parse(address),
                },
                options.Port
            );
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return Explain(exception, options);
        }
    }

    internal static string Explain(SocketException exception, ServerOptions options)
    {
        string where = Place(options);
        return exception.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse =>
                $"{where} is taken. Stop the program that listens there, or pass another --port.",
            SocketError.AccessDenied =>
                $"{where} may not be listened on: ports below 1024 are for privileged programs. Pass another --port.",
            SocketError.AddressNotAvailable =>
                $"{options.Host} is no address of this machine. Pass --host 127.0.0.1, or * for every address.",
            _ => $"{where} can't be listened on: {exception.Message} Pass another --port or --host.",
        };
    }

    internal static string Place(ServerOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"Port {options.Port} on {options.Host}");
}
