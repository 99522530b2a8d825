using System.Diagnostics;
using System.Globalization;

namespace Matinee.Api.Tests.Server;

/// <summary>A server as a process of its own, to be killed.</summary>
internal sealed class ServerProgram : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ServerProgram(Process process, int port)
    {
        this.process = process;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
    }

    public Uri Address { get; }

    /// <summary>Ready to answer.</summary>
    public static async Task<ServerProgram> StartAsync(string model, string store, HttpClient http)
    {
        int port = FreePort.Find();
        ServerProgram server = new(Start(model, store, port), port);
        try
        {
            await server.ReadyAsync(http);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Kill() => process.Kill();

    /// <summary>It stands still, with all its connections open.</summary>
    public void Freeze() => Signal("-STOP");

    public void Thaw() => Signal("-CONT");

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Start(string model, string store, int port)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "Matinee.Api"))
        {
            RedirectStandardOutput = true,
        };
        string[] flags =
        [
            "--model-path",
            model,
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--rate-limit",
            "0",
            "--semantic-search",
            "off",
        ];
        foreach (string flag in flags)
        {
            start.ArgumentList.Add(flag);
        }

        // It may hold a password.
        start.Environment["MATINEE_STORE"] = store;
        // It lives too short for code that is compiled twice.
        start.Environment["DOTNET_TieredPGO"] = "0";
        Process process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private async Task ReadyAsync(HttpClient http)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < s_patience)
        {
            Assert.False(process.HasExited, "The server ended by itself.");
            try
            {
                if ((await http.GetAsync(new Uri(Address, "health/ready"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }

        Assert.Fail("The server was not ready in time.");
    }

    private void Signal(string signal)
    {
        using Process kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
