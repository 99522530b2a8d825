using System.Globalization;
using System.Text;
using Matinee.Core.Artifacts;

namespace Matinee.Bench.Serving;

/// <summary>What people who ask meanwhile notice of another model that takes over.</summary>
internal static class SwapTable
{
    private const int Swaps = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    /// <param name="command">Such as <c>./matinee serve</c>.</param>
    public static async Task PrintAsync(
        TextWriter output,
        string command,
        string modelA,
        string modelB,
        int connections
    )
    {
        string folder = Directory.CreateTempSubdirectory("matinee-swap-").FullName;
        try
        {
            string model = Path.Combine(folder, "model");
            Copy(ModelHistory.Resolve(modelA), model);
            string other = new ModelHistory(model)
                .Add(version => Copy(ModelHistory.Resolve(modelB), version), TimeProvider.System)
                .Name;
            using ServerProcess server = ServerProcess.Start(command, model, Path.Combine(folder, "store.db"));
            byte[][] requests = ServeTable.Requests(modelA, query: "");
            Load.Run(server.Port, connections, WarmUp, requests);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{connections} connections, {server.Megabytes:0} MB at the start"
                )
            );
            var load = new TimedLoad(server.Port, connections, requests);
            var windows = new List<(double From, double To)>();
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
            for (int swap = 0; swap < Swaps; swap++)
            {
                await Task.Delay(Duration / (Swaps + 1));
                double from = load.Milliseconds;
                await SwitchAsync(client, swap % 2 == 0 ? other : ModelVersion.First);
                windows.Add((from, load.Milliseconds));
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"swap {swap + 1}: {windows[^1].To - from:0} ms, {server.Megabytes:0} MB"
                    )
                );
            }

            await Task.Delay(Duration / (Swaps + 1));
            Print(output, load.Stop(), windows);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{server.Megabytes:0} MB at the end"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(TextWriter output, TimedRequest[] all, List<(double From, double To)> windows)
    {
        TimedRequest[] during =
        [
            .. all.Where(one => windows.Any(window => one.Sent < window.To && one.Answered > window.From)),
        ];
        output.WriteLine("| | requests | failures | p50 ms | p99 ms | slowest ms |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        Row("during swaps", during);
        Row("between them", [.. all.Except(during)]);

        void Row(string name, TimedRequest[] some)
        {
            double[] times = [.. some.Select(one => one.Answered - one.Sent).Order()];
            int failures = some.Count(one => !one.IsGood);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {some.Length} | {failures} | {At(0.5):0.0} | {At(0.99):0.0} | {At(1):0} |"
                )
            );

            double At(double share) => times.Length == 0 ? 0 : times[(int)(share * (times.Length - 1))];
        }
    }

    private static async Task SwitchAsync(HttpClient client, string version)
    {
        using var body = new StringContent($$"""{ "version": "{{version}}" }""", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/api/admin/model", UriKind.Relative), body);
        if (!answer.IsSuccessStatusCode)
        {
            throw new IOException($"The swap failed: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
