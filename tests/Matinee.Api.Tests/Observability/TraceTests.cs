using System.Net;
using System.Text;
using Matinee.Api.Tests.Server;

namespace Matinee.Api.Tests.Observability;

public sealed class TraceTests(ServedBundles bundles)
{
    [Fact]
    public async Task Request_WithOtlpUrl_SendsItsRouteAndNobodysId()
    {
        using var collector = new HttpListener();
        int port = FreePort.Find();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        Task<byte[]> received = ReceiveAsync(collector);

        await using (
            TestServer server = await TestServer.StartAsync(
                bundles.Ease,
                options => options with { OtlpUrl = new Uri($"http://127.0.0.1:{port}/v1/traces") }
            )
        )
        {
            await server.GetAsync("/api/recommendations/7?limit=5&genre=Drama");
            await server.StopAsync();
        }

        string spans = Encoding.Latin1.GetString(await received.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains("/api/recommendations/{user_id}", spans, StringComparison.Ordinal);
        Assert.Contains("matinee", spans, StringComparison.Ordinal);
        Assert.DoesNotContain("recommendations/7", spans, StringComparison.Ordinal);
        Assert.DoesNotContain("genre=Drama", spans, StringComparison.Ordinal);
    }

    private static async Task<byte[]> ReceiveAsync(HttpListener collector)
    {
        HttpListenerContext request = await collector.GetContextAsync();
        using var body = new MemoryStream();
        await request.Request.InputStream.CopyToAsync(body);
        request.Response.StatusCode = 200;
        request.Response.Close();
        return body.ToArray();
    }
}
