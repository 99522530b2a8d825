using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Matinee.Cli.Tests.Deployment;

public sealed class ReadyScriptTests
{
    [Theory]
    [InlineData("200 OK", 0)]
    [InlineData("503 Service Unavailable", 1)]
    public async Task Ready_AServer_AnswersAsItDoes(string status, int code)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<string> asked = AnswerAsync(listener, $"HTTP/1.1 {status}\r\n\r\n");

        Assert.Equal(code, await RunAsync(((IPEndPoint)listener.LocalEndpoint).Port));
        Assert.StartsWith("GET /health/ready HTTP/1.0\r\n", await asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_NoServer_IsNotReady() => Assert.Equal(1, await RunAsync(FreePort.Find()));

    private static async Task<string> AnswerAsync(TcpListener listener, string answer)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        byte[] request = new byte[1024];
        int length = await stream.ReadAsync(request);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return Encoding.ASCII.GetString(request, 0, length);
    }

    private static async Task<int> RunAsync(int port)
    {
        var start = new ProcessStartInfo("bash", Path.Combine(TestData.RepositoryRoot(), "deploy", "ready.sh"))
        {
            RedirectStandardError = true,
        };
        start.Environment["MATINEE_PORT"] = $"{port}";
        using Process process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }
}
