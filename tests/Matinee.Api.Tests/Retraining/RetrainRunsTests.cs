using System.Text.Json;
using Matinee.Api.Hosting;
using Matinee.Api.Retraining;
using Matinee.Api.Tests.Server;
using Matinee.Api.Tests.Swapping;
using Matinee.Core;
using Matinee.Core.Artifacts;

namespace Matinee.Api.Tests.Retraining;

/// <summary>With a shell script in the place of the program that trains.</summary>
public sealed class RetrainRunsTests(ServedBundles bundles) : IDisposable
{
    private readonly ModelPlace place = new(bundles);
    private readonly string folder = Directory.CreateTempSubdirectory("matinee-retrain-").FullName;

    public void Dispose()
    {
        place.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Retrain_Succeeds_TheNewVersionAnswers()
    {
        ModelVersion version = place.Add();
        string file = Path.Combine(place.Path, "current.json");
        string current =
            $$"""{ "version": "{{version.Name}}", "since": "2026-11-28T00:00:00Z", "before": ["first"] }""";
        await using TestServer server = await StartAsync(
            $"echo \"1/5 export $1 $MATINEE_MODEL_PATH\"; cd \"$MATINEE_MODEL_PATH\"; echo '{current}' > new; mv new current.json; echo 'Serving it.'"
        );

        JsonElement begun = await server.JsonAsync("POST", "/api/admin/retrain", status: 202);
        JsonElement ended = await EndedAsync(server);

        Assert.Equal("running", begun.GetProperty("outcome").GetString());
        Assert.Equal("succeeded", ended.GetProperty("outcome").GetString());
        Assert.Equal("Serving it.", ended.GetProperty("message").GetString());
        Assert.True(File.Exists(file));
        Assert.Equal(version.Name, (await server.GetAsync("/api/model")).GetProperty("modelId").GetString());
    }

    [Theory]
    [InlineData(3, "refused")]
    [InlineData(1, "failed")]
    public async Task Retrain_ExitCode_IsTheOutcome(int code, string outcome)
    {
        await using TestServer server = await StartAsync($"echo 'No.' >&2; exit {code}");

        await server.JsonAsync("POST", "/api/admin/retrain", status: 202);
        JsonElement ended = await EndedAsync(server);

        Assert.Equal(outcome, ended.GetProperty("outcome").GetString());
        Assert.Equal("No.", ended.GetProperty("message").GetString());
        Assert.True(ended.GetProperty("endedAt").GetInt64() >= ended.GetProperty("startedAt").GetInt64());
    }

    [Fact]
    public async Task Retrain_Twice_IsRefusedAndStopEndsTheFirst()
    {
        string begun = Path.Combine(folder, "begun");
        string late = Path.Combine(folder, "late");
        await using TestServer server = await StartAsync($"touch {begun}; sleep 20; touch {late}");
        await server.JsonAsync("POST", "/api/admin/retrain", """{ "force": true }""", status: 202);

        await server.ProblemAsync("POST", "/api/admin/retrain", 409, "retrain-running");
        while (!File.Exists(begun))
        {
            await Task.Delay(20);
        }

        Task stopping = server.StopAsync();
        Assert.Same(stopping, await Task.WhenAny(stopping, Task.Delay(TimeSpan.FromSeconds(10))));
        await stopping;
        Assert.False(File.Exists(late));
    }

    [Fact]
    public async Task Retrain_NoProgram_IsRefused()
    {
        await using TestServer server = await TestServer.StartAsync(place.Path);

        await server.ProblemAsync("POST", "/api/admin/retrain", 409, "no-retrain");
    }

    [Fact]
    public async Task Retrain_ProgramMissing_IsAFailure()
    {
        await using TestServer server = await TestServer.StartAsync(
            place.Path,
            options => options with { RetrainCommand = "/nowhere/matinee retrain" }
        );

        await server.JsonAsync("POST", "/api/admin/retrain", status: 202);

        JsonElement ended = await EndedAsync(server);
        Assert.Equal("failed", ended.GetProperty("outcome").GetString());
        Assert.Contains("/nowhere/matinee", ended.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_EverySecond_RunsAgainAndAgain()
    {
        string runs = Path.Combine(folder, "runs");
        await using TestServer server = await StartAsync($"echo run >> {runs}", "every 1s");

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!File.Exists(runs) || (await File.ReadAllLinesAsync(runs, limit.Token)).Length < 2)
        {
            await Task.Delay(50, limit.Token);
        }

        JsonElement list = await server.GetAsync("/api/admin/models");
        Assert.NotEqual(JsonValueKind.Null, list.GetProperty("nextRetrain").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, list.GetProperty("lastRetrain").ValueKind);
    }

    [Fact]
    public async Task Start_ScheduleWithoutAProgram_SaysWhatToDo()
    {
        var options = new ServerOptions
        {
            ModelPath = place.Path,
            Store = Path.Combine(folder, "store.db"),
            Port = 0,
            RetrainSchedule = RetrainSchedule.Parse("every 24h"),
        };

        var exception = await Assert.ThrowsAsync<MatineeException>(() => MatineeServer.StartAsync(options));

        Assert.Contains("--retrain-command", exception.Message, StringComparison.Ordinal);
    }

    private Task<TestServer> StartAsync(string script, string schedule = "off")
    {
        string file = Path.Combine(folder, "retrain with a space.sh");
        File.WriteAllText(file, script + "\n");
        return TestServer.StartAsync(
            place.Path,
            options =>
                options with
                {
                    WatchModel = false,
                    RetrainCommand = $"/bin/sh \"{file}\" --margin 5",
                    RetrainSchedule = RetrainSchedule.Parse(schedule),
                }
        );
    }

    private static async Task<JsonElement> EndedAsync(TestServer server)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            JsonElement run = (await server.GetAsync("/api/admin/models")).GetProperty("lastRetrain");
            if (run.GetProperty("outcome").GetString() != "running")
            {
                return run;
            }

            await Task.Delay(20, limit.Token);
        }
    }
}
