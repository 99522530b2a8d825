using System.Net;
using System.Net.Sockets;
using System.Text;
using Matinee.Api.Hosting;
using Matinee.Cli.Diagnosis;

namespace Matinee.Cli.Tests.Diagnosis;

public sealed class ServerChecksTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("*")]
    public async Task PortAsync_NobodyListens_IsFree(string host) =>
        Assert.Equal(FindingStatus.Ok, (await Port(host, FreePort.Find())).Status);

    [Theory]
    [InlineData("{\"status\":\"live\"}", "Ok", "a Matinee server answers")]
    [InlineData("{\"status\":\"other\"}", "Failed", "is taken")]
    [InlineData("hello", "Failed", "is taken")]
    public async Task PortAsync_SomebodyAnswers_IsFineOnlyWhereItIsMatinee(string body, string status, string detail)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task answering = AnswerAsync(listener, body);

        Finding finding = await Port("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);

        await answering;
        Assert.Equal(status, $"{finding.Status}");
        Assert.Contains(detail, finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PortAsync_AddressOfAnotherMachine_SaysSo()
    {
        // One of those kept for documentation (RFC 5737).
        Finding finding = await Port("192.0.2.1", 0);

        Assert.Equal(FindingStatus.Failed, finding.Status);
        Assert.Contains("is no address of this machine", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_FolderWithAndWithout_IsToldApart()
    {
        Assert.Equal(FindingStatus.Warning, ServerChecks.Pages(workspace.Root).Status);
        workspace.Write("index.html", "");
        Assert.Equal(FindingStatus.Ok, ServerChecks.Pages(workspace.Root).Status);
    }

    private static Task<Finding> Port(string host, int port) =>
        ServerChecks.PortAsync(new ServerOptions { Host = host, Port = port }, CancellationToken.None);

    private static async Task AnswerAsync(TcpListener listener, string body)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        _ = await stream.ReadAsync(new byte[4096]);
        string answer = $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}
