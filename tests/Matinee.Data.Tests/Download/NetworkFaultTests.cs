using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Matinee.Data.Download;

namespace Matinee.Data.Tests.Download;

public class NetworkFaultTests : DownloadFixture
{
    [Fact]
    public async Task Fetch_ClosedPort_SaysRefusedAtOnceAndWhatToDo()
    {
        var closed = new Uri($"http://127.0.0.1:{FreePort.Find()}/");
        long start = Stopwatch.GetTimestamp();

        string message = await FailAsync(Options with { BaseUrl = closed });

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
        Assert.Contains($"{closed}ml-latest-small.zip: {closed.Authority} refused", message, StringComparison.Ordinal);
        Assert.Contains($"unpack it to {Folder}", message, StringComparison.Ordinal);
        Assert.Contains("matinee demo", message, StringComparison.Ordinal);
        Assert.Empty(Waits);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_UnknownName_SaysItCannotBeResolved()
    {
        string message = await FailAsync(Options with { BaseUrl = new Uri("http://matinee.invalid/") });

        Assert.Contains("the name matinee.invalid can't be resolved", message, StringComparison.Ordinal);
        Assert.Empty(Waits);
    }

    [Fact]
    public async Task Fetch_NobodyAccepts_TimesOutAfterOneConnectDeadline()
    {
        // A full backlog drops further SYNs: a connection attempt hangs as it does behind a silent firewall.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        var endpoint = (IPEndPoint)listener.LocalEndPoint!;
        using var first = new TcpClient();
        await first.ConnectAsync(endpoint, TestContext.Current.CancellationToken);
        var options = Options with
        {
            BaseUrl = new Uri($"http://127.0.0.1:{endpoint.Port}/"),
            Transfer = new TransferLimits
            {
                Connect = TimeSpan.FromSeconds(0.4),
                Stall = TimeSpan.FromSeconds(0.4),
                Backoff = [],
            },
        };

        string message = await FailAsync(options);

        // Where the kernel still completes the handshake, the silence afterwards is what is noticed.
        Assert.Matches("within 0.4 s|nothing for 0.4 s", message);
    }

    [Fact]
    public async Task Fetch_ServerStalls_EndsWithAnErrorAndKeepsThePart()
    {
        Server.StallAfter = 40_000;
        var impatient = Options with { Transfer = new TransferLimits { Stall = TimeSpan.FromSeconds(0.3) } };

        string message = await FailAsync(impatient);

        Assert.Contains("sent nothing for 0.3 s", message, StringComparison.Ordinal);
        Assert.Contains("resume", message, StringComparison.Ordinal);
        Assert.Equal(40_000, new FileInfo(Part).Length);
        Assert.True(File.Exists(Part + ".json"));
    }

    [Theory]
    [InlineData("404 Not Found", "does not exist on the server (404)")]
    [InlineData("403 Forbidden", "status 403")]
    public async Task Fetch_Refused_SaysSoWithoutRetry(string status, string expected)
    {
        Server.Status = status;

        string message = await FailAsync();

        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Single(Server.Requests);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_BusyServer_IsTriedAgain()
    {
        Server.Status = "503 Service Unavailable";
        var recovering = Options with
        {
            Transfer = new TransferLimits
            {
                Delay = (_, _) =>
                {
                    Server.Status = "200 OK";
                    return Task.CompletedTask;
                },
            },
        };

        await FetchAsync(recovering);

        AssertComplete();
        Assert.Equal(2, Server.Requests.Count);
    }

    [Fact]
    public async Task Fetch_ContentLengthTooLarge_IsAnErrorAfterAFewAttempts()
    {
        Server.LengthError = 10;

        string message = await FailAsync();

        Assert.Contains("stopped", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task Fetch_ContentLengthTooSmall_IsABadZip()
    {
        Server.LengthError = -10;

        string message = await FailAsync();

        Assert.Contains("not a readable zip", message, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_LengthNotTold_TakesWhatComes()
    {
        Server.TellsLength = false;

        await FetchAsync();

        AssertComplete();
    }

    [Fact]
    public async Task Fetch_WebPageInsteadOfAZip_IsRecognised()
    {
        Server.ContentType = "text/html; charset=utf-8";

        string message = await FailAsync();

        Assert.Contains("web page", message, StringComparison.Ordinal);
        AssertNothingLeft();
    }
}
