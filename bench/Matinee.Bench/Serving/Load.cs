using System.Diagnostics;

namespace Matinee.Bench.Serving;

/// <summary>What a load measured.</summary>
/// <param name="Failures">Answers that were not 200.</param>
internal sealed record LoadResult(
    int Requests,
    double RequestsPerSecond,
    double P50,
    double P99,
    double Slowest,
    int Failures
);

/// <summary>Connections that each send the next request as soon as the last is answered.</summary>
internal static class Load
{
    /// <param name="requests">Taken in turn by every connection, each from another place on.</param>
    /// <param name="pace">From one request of a connection to its next; zero: as soon as the last is answered.</param>
    public static LoadResult Run(
        int port,
        int connections,
        TimeSpan duration,
        byte[][] requests,
        TimeSpan pace = default
    )
    {
        var times = new List<double>[connections];
        int failures = 0;
        long start = Stopwatch.GetTimestamp();
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, connections)
                .Select(connection => new Thread(() =>
                {
                    using var socket = new HttpClientSocket(port);
                    List<double> own = times[connection] = [];
                    int next = connection * requests.Length / connections;
                    TimeSpan due = pace * connection / connections;
                    while (Stopwatch.GetElapsedTime(start) < duration)
                    {
                        if (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
                        {
                            Thread.Sleep(early);
                        }

                        due += pace;
                        long sent = Stopwatch.GetTimestamp();
                        if (socket.Send(requests[next++ % requests.Length]) != 200)
                        {
                            Interlocked.Increment(ref failures);
                        }

                        own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                    }
                })),
        ];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] all = [.. times.SelectMany(own => own).Order()];
        return new LoadResult(all.Length, all.Length / seconds, At(all, 0.5), At(all, 0.99), all[^1], failures);
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}
