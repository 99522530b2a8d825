using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Matinee.Api.Tests.Server;

namespace Matinee.Api.Tests.Swapping;

public sealed partial class SwapUnderLoadTests(ServedBundles bundles) : IDisposable
{
    private const int Clients = 8;
    private const int Swaps = 5;
    private const int Users = 20;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(0.8);

    private readonly ModelPlace place = new(bundles);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Swap_EightClients_EveryAnswerIsOfOneModel()
    {
        string als = place.Add().Name;
        await using TestServer server = await TestServer.StartAsync(
            place.Path,
            options => options with { WatchModel = false, RateLimit = 0 }
        );
        string[][] expected = [await AnswersAsync(server), []];
        await SwitchAsync(server, als);
        expected[1] = await AnswersAsync(server);
        Assert.All(Enumerable.Range(0, Users), user => Assert.NotEqual(expected[0][user], expected[1][user]));
        var wrong = new ConcurrentQueue<string>();
        var seen = new ConcurrentDictionary<int, int>();
        using var stop = new CancellationTokenSource();

        Task[] clients = [.. Enumerable.Range(0, Clients).Select(client => Task.Run(() => AskAsync(client)))];
        for (int swap = 0; swap < Swaps; swap++)
        {
            await Task.Delay(Between);
            await SwitchAsync(server, swap % 2 == 0 ? "first" : als);
        }

        await Task.Delay(Between);
        await stop.CancelAsync();
        await Task.WhenAll(clients);

        Assert.Empty(wrong);
        // Both of them answered.
        Assert.True(seen.GetValueOrDefault(0) > 20 && seen.GetValueOrDefault(1) > 20, string.Join(' ', seen));

        async Task AskAsync(int client)
        {
            using var own = new HttpClient { BaseAddress = server.Address };
            for (int n = client; !stop.IsCancellationRequested; n++)
            {
                int user = n % Users;
                using HttpResponseMessage response = await own.GetAsync(Path(user));
                string text = WithoutId(await response.Content.ReadAsStringAsync());
                int model = response.IsSuccessStatusCode ? Array.FindIndex(expected, all => all[user] == text) : -1;
                if (model < 0)
                {
                    wrong.Enqueue($"{(int)response.StatusCode} {text}");
                }

                seen.AddOrUpdate(model, 1, (_, count) => count + 1);
            }
        }
    }

    private static async Task<string[]> AnswersAsync(TestServer server)
    {
        var answers = new string[Users];
        for (int user = 0; user < Users; user++)
        {
            answers[user] = WithoutId(await server.Client.GetStringAsync(Path(user)));
        }

        return answers;
    }

    // It has the time in it.
    private static string WithoutId(string answer) => ListId().Replace(answer, "");

    [GeneratedRegex("\"recommendationId\":\"[A-Za-z0-9_-]+\"")]
    private static partial Regex ListId();

    private static Uri Path(int user) => new($"/api/recommendations/{user + 1}?limit=20", UriKind.Relative);

    private static Task<JsonElement> SwitchAsync(TestServer server, string version) =>
        server.JsonAsync("POST", "/api/admin/model", $$"""{ "version": "{{version}}" }""");
}
