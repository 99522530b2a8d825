using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Matinee.Bench.Serving;

/// <summary>A server as a process of its own, on a free port, with a store of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ServerProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first answer of <c>/health/ready</c>.</summary>
    public TimeSpan StartToReady { get; private init; }

    /// <summary>Resident memory now, in MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="command">The executable and what stands before the server's flags, such as <c>./matinee serve</c>.</param>
    /// <param name="store">Its place.</param>
    public static ServerProcess Start(string command, string model, string store, int? port = null)
    {
        int chosen = port ?? FreePort();
        string[] words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(words[0]) { RedirectStandardOutput = true, RedirectStandardError = false };
        string[] flags =
        [
            .. words[1..],
            "--model-path",
            model,
            "--port",
            chosen.ToString(CultureInfo.InvariantCulture),
            "--rate-limit",
            "0",
        ];
        foreach (string flag in flags)
        {
            start.ArgumentList.Add(flag);
        }

        // It may hold a password.
        start.Environment["MATINEE_STORE"] = store;
        long began = Stopwatch.GetTimestamp();
        Process process = Process.Start(start) ?? throw new IOException($"{command} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        WaitUntilReady(process, chosen, began);
        return new ServerProcess(process, chosen) { StartToReady = Stopwatch.GetElapsedTime(began) };
    }

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private static void WaitUntilReady(Process process, int port, long began)
    {
        byte[] ready = HttpClientSocket.Get("/health/ready");
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            if (process.HasExited)
            {
                throw new IOException($"The server ended with {process.ExitCode}.");
            }

            try
            {
                using var socket = new HttpClientSocket(port);
                if (socket.Send(ready) == 200)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                Thread.Sleep(5);
            }
        }

        throw new IOException($"The server was not ready after {Patience.TotalSeconds:0} s.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
