using System.Globalization;
using Matinee.Core.Artifacts;
using Matinee.Core.Models;

namespace Matinee.Bench.Serving;

/// <summary>How many recommendations per second a server answers to as many users, how fast, and how it starts.</summary>
internal static class ServeTable
{
    private const int Rounds = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    /// <param name="command">Such as <c>./matinee serve</c>.</param>
    public static void Print(TextWriter output, string command, string model, int connections, string query)
    {
        string folder = Directory.CreateTempSubdirectory("matinee-serve-").FullName;
        try
        {
            using ServerProcess server = ServerProcess.Start(command, model, BenchStore.In(folder));
            byte[][] requests = Requests(model, query);
            string ready = server.StartToReady.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
            output.WriteLine($"{model}: ready after {ready} ms, {connections} connections, {requests.Length} users");
            Load.Run(server.Port, connections, WarmUp, requests);
            output.WriteLine(
                "| requests/s | p50 ms | p99 ms | slowest ms | failures | server's CPU ms per request | memory MB |"
            );
            output.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
            for (int round = 0; round < Rounds; round++)
            {
                TimeSpan before = server.ProcessorTime;
                LoadResult result = Load.Run(server.Port, connections, Round, requests);
                double cpu = (server.ProcessorTime - before).TotalMilliseconds / result.Requests;
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {result.RequestsPerSecond:0} | {result.P50:0.0} | {result.P99:0.0} | {result.Slowest:0} | {result.Failures} | {cpu:0.00} | {server.Megabytes:0} |"
                    )
                );
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Every user in turn, in a mixed order; visitors' lists cost the same.
    internal static byte[][] Requests(string model, string query)
    {
        const int MostUsers = 10_000;
        BundleHistories histories =
            ModelBundle.Load(model, ModelKinds.Core).Histories
            ?? throw new InvalidOperationException($"{model} has no histories.");
        int[] users = histories.Users.IdByIndex.ToArray();
        new Random(1).Shuffle(users);
        return
        [
            .. users
                .Take(MostUsers)
                .Select(user =>
                    HttpClientSocket.Get(
                        string.Create(CultureInfo.InvariantCulture, $"/api/recommendations/{user}{query}")
                    )
                ),
        ];
    }
}
