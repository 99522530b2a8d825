using System.Diagnostics;

namespace Matinee.Bench.Serving;

/// <param name="Sent">Milliseconds since the load began.</param>
internal readonly record struct TimedRequest(double Sent, double Answered, bool IsGood);

/// <summary>Connections that each send the next request as soon as the last is answered, until stopped; every request is remembered.</summary>
internal sealed class TimedLoad
{
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly List<TimedRequest>[] own;
    private readonly Thread[] threads;
    private volatile bool isStopped;

    public TimedLoad(int port, int connections, byte[][] requests)
    {
        own = [.. Enumerable.Range(0, connections).Select(_ => new List<TimedRequest>())];
        threads =
        [
            .. Enumerable
                .Range(0, connections)
                .Select(connection => new Thread(() =>
                    Run(port, requests, connection * requests.Length / connections, own[connection])
                )),
        ];
        Array.ForEach(threads, thread => thread.Start());
    }

    public double Milliseconds => Stopwatch.GetElapsedTime(start).TotalMilliseconds;

    public TimedRequest[] Stop()
    {
        isStopped = true;
        Array.ForEach(threads, thread => thread.Join());
        return [.. own.SelectMany(requests => requests)];
    }

    private void Run(int port, byte[][] requests, int next, List<TimedRequest> done)
    {
        var socket = new HttpClientSocket(port);
        while (!isStopped)
        {
            double sent = Milliseconds;
            bool isGood = false;
            try
            {
                isGood = socket.Send(requests[next++ % requests.Length]) == 200;
            }
            catch (IOException)
            {
                // A connection that the server closes is a failure, too.
                socket.Dispose();
                socket = new HttpClientSocket(port);
            }

            done.Add(new TimedRequest(sent, Milliseconds, isGood));
        }

        socket.Dispose();
    }
}
