using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace Matinee.Api.Tests.Server;

public sealed class HostileRequestTests(ServedBundles bundles)
{
    /// <summary>How many requests to send; the default is for every run, 5 000 for a thorough one.</summary>
    private const string Variable = "MATINEE_HOSTILE_REQUESTS";

    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable(Variable) ?? "400",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task AnyRequest_Hostile_IsAnsweredAndChangesNobodyElse()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        await server.JsonAsync("PUT", "/api/users/7/ratings/1", """{ "rating": 3.5, "timestamp": 5 }""");
        string before = await StateAsync(server);
        var statuses = new Dictionary<int, int>();

        HostileRequest.Any.Sample(
            request =>
            {
                int status = Send(server.Address, request.Bytes());
                lock (statuses)
                {
                    statuses[status] = statuses.GetValueOrDefault(status) + 1;
                }

                return status is (>= 200 and < 300) or 302 or (>= 400 and < 500);
            },
            iter: Count,
            threads: 2
        );

        Assert.Equal(before, await StateAsync(server));
        // Both kinds came about: the requests reach what they are meant for. About one in thirty is answered with 2xx, so that of 400
        // none at all is no chance, and fewer than eight often is.
        Assert.True(
            statuses.Where(one => one.Key < 300).Sum(one => one.Value) > Count / 400,
            string.Join(' ', statuses)
        );
        Assert.True(
            statuses.Where(one => one.Key >= 400).Sum(one => one.Value) > Count / 4,
            string.Join(' ', statuses)
        );
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("GET /api/model\r\n\r\n")]
    [InlineData("GET /api/model HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET http://evil.example/api/model HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /api/recommendations HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n")]
    [InlineData(
        "POST /api/recommendations HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n0\r\n\r\n"
    )]
    [InlineData(
        "POST /api/recommendations HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nZZ\r\n\r\n"
    )]
    [InlineData("GET /api/model HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n")]
    public async Task Wire_Broken_IsRefused(string text)
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);

        int status = Send(server.Address, Encoding.Latin1.GetBytes(text));

        Assert.True(status is 200 or (>= 400 and < 500) or 505, $"{status}");
        await server.GetAsync("/health/live");
    }

    // A user of the data with a rating of their own, and what is loaded.
    private static async Task<string> StateAsync(TestServer server)
    {
        JsonElement export = await server.GetAsync("/api/users/7/export");
        JsonElement model = await server.GetAsync("/api/model");
        JsonElement movie = await server.GetAsync("/api/movies/1");
        return string.Join(
            '\n',
            export.GetProperty("ratings").GetRawText(),
            export.GetProperty("hidden").GetRawText(),
            export.GetProperty("events").GetRawText(),
            model.GetProperty("dataset").GetRawText(),
            movie.GetRawText()
        );
    }

    private static int Send(Uri address, byte[] request)
    {
        using var socket = new TcpClient(address.Host, address.Port) { ReceiveTimeout = 20_000, SendTimeout = 20_000 };
        NetworkStream stream = socket.GetStream();
        try
        {
            stream.Write(request);
        }
        catch (IOException)
        {
            // Refused before all of it was sent: the answer is there all the same.
        }

        var head = new byte[12];
        int length = 0;
        while (length < head.Length)
        {
            int read = stream.Read(head.AsSpan(length));
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return length == head.Length
            ? int.Parse(Encoding.ASCII.GetString(head, 9, 3), CultureInfo.InvariantCulture)
            : -1;
    }
}
