using System.Globalization;

namespace Matinee.Bench.Serving;

/// <summary>A server under half the load that it can take, for minutes: its memory must stay as it is.</summary>
internal static class SoakTable
{
    private const int Connections = 8;
    private const int Reports = 20;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <param name="command">Such as <c>./matinee serve</c>.</param>
    public static void Print(TextWriter output, string command, string model, double minutes)
    {
        string folder = Directory.CreateTempSubdirectory("matinee-soak-").FullName;
        try
        {
            using ServerProcess server = ServerProcess.Start(command, model, Path.Combine(folder, "store.db"));
            byte[][] requests = ServeTable.Requests(model, query: "");
            Load.Run(server.Port, Connections, WarmUp, requests);
            double most = Load.Run(server.Port, Connections, WarmUp, requests).RequestsPerSecond;
            TimeSpan pace = TimeSpan.FromSeconds(Connections / (most / 2));
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{most:0} requests/s at most, {most / 2:0} for {minutes} minutes"
                )
            );
            output.WriteLine("| minute | requests/s | p50 ms | p99 ms | failures | memory MB |");
            output.WriteLine("|---:|---:|---:|---:|---:|---:|");
            for (int report = 1; report <= Reports; report++)
            {
                TimeSpan share = TimeSpan.FromMinutes(minutes / Reports);
                LoadResult result = Load.Run(server.Port, Connections, share, requests, pace);
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {minutes * report / Reports:0.0} | {result.RequestsPerSecond:0} | {result.P50:0.0} | {result.P99:0.0} | {result.Failures} | {server.Megabytes:0} |"
                    )
                );
                output.Flush();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
