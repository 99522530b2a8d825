using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Matinee.Bench.Serving;

/// <summary>One connection that sends ready-made requests and reads answers of known length: as little work as a client can have.</summary>
internal sealed class HttpClientSocket : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LengthName = "Content-Length: "u8.ToArray();

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
    };

    private readonly byte[] buffer = new byte[1 << 20];

    public HttpClientSocket(int port) => socket.Connect(IPAddress.Loopback, port);

    public static byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

    public static byte[] Put(string path, string body) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"PUT {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
            )
        );

    /// <returns>The status.</returns>
    public int Send(ReadOnlySpan<byte> request)
    {
        socket.Send(request);
        int length = 0;
        int whole = int.MaxValue;
        while (length < whole)
        {
            int read = socket.Receive(buffer.AsSpan(length));
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            length += read;
            if (whole == int.MaxValue)
            {
                int head = buffer.AsSpan(0, length).IndexOf(HeadEnd);
                whole = head < 0 ? whole : head + HeadEnd.Length + BodyLength(buffer.AsSpan(0, head));
            }
        }

        return ((buffer[9] - '0') * 100) + ((buffer[10] - '0') * 10) + buffer[11] - '0';
    }

    public void Dispose() => socket.Dispose();

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        int start = head.IndexOf(LengthName);
        if (start < 0)
        {
            return 0;
        }

        int length = 0;
        for (int n = start + LengthName.Length; n < head.Length && char.IsAsciiDigit((char)head[n]); n++)
        {
            length = (length * 10) + head[n] - '0';
        }

        return length;
    }
}
