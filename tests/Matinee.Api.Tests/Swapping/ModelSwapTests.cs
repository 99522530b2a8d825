using System.Text.Json;
using Matinee.Api.Serving;
using Matinee.Api.Tests.Server;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Swapping;

public sealed class ModelSwapTests(ServedBundles bundles) : IDisposable
{
    private readonly ModelPlace place = new(bundles);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Switch_Version_AnswersAndIsCurrentInTheFolder()
    {
        await using TestServer server = await StartAsync();
        JsonElement before = await server.GetAsync("/api/model");
        ModelVersion version = place.Add();

        JsonElement answer = await SwitchAsync(server, version.Name);

        Assert.Equal(version.Name, answer.GetProperty("modelId").GetString());
        Assert.Equal(before.GetProperty("modelId").GetString(), answer.GetProperty("before").GetString());
        Assert.Equal("als", answer.GetProperty("model").GetString());
        Assert.Equal("all", answer.GetProperty("fittedOn").GetString());
        JsonElement model = await server.GetAsync("/api/model");
        Assert.Equal(version.Name, model.GetProperty("modelId").GetString());
        Assert.Equal("als", model.GetProperty("rankedBy").GetString());
        Assert.Equal(version, place.History.Current());
        Assert.Equal(await ListAsync(version.Folder), await server.RecommendedAsync(7));
        await server.RestartAsync();
        Assert.Equal(version.Name, (await server.GetAsync("/api/model")).GetProperty("modelId").GetString());
    }

    [Fact]
    public async Task Switch_Previous_GoesBackToTheSameAnswers()
    {
        await using TestServer server = await StartAsync();
        int[] before = await server.RecommendedAsync(7);
        await SwitchAsync(server, place.Add().Name);
        Assert.NotEqual(before, await server.RecommendedAsync(7));

        JsonElement answer = await SwitchAsync(server, "previous");

        Assert.Equal("ease", answer.GetProperty("model").GetString());
        Assert.Equal(before, await server.RecommendedAsync(7));
        Assert.Equal("first", place.History.Current().Name);
        JsonElement problem = await RefusedAsync(server, """{ "version": "previous" }""", 400, "validation");
        Assert.True(problem.GetProperty("errors").TryGetProperty("version", out _));
    }

    [Fact]
    public async Task Reload_FolderAsItWas_ChangesNothing()
    {
        await using TestServer server = await StartAsync();
        string id = (await server.GetAsync("/api/model")).GetProperty("modelId").GetString()!;

        JsonElement answer = await server.JsonAsync("POST", "/api/admin/model", "{}");

        Assert.Equal(id, answer.GetProperty("modelId").GetString());
        Assert.Equal(id, answer.GetProperty("before").GetString());
    }

    [Fact]
    public async Task Reload_PlainBundleReplaced_IsTaken()
    {
        await using TestServer server = await StartAsync();
        place.Bundle("popularity", seed: 5).Write(place.Path);

        JsonElement answer = await server.JsonAsync("POST", "/api/admin/model", "{}");

        Assert.Equal("popularity", answer.GetProperty("model").GetString());
        Assert.Equal(ModelBundle.ReadId(place.Path), answer.GetProperty("modelId").GetString());
        Assert.NotEqual(answer.GetProperty("before").GetString(), answer.GetProperty("modelId").GetString());
    }

    [Fact]
    public async Task Switch_DamagedFile_IsRefusedByNameAndTheOldOneGoesOn()
    {
        await using TestServer server = await StartAsync();
        int[] before = await server.RecommendedAsync(7);
        ModelVersion version = place.Add();
        string file = ModelPlace.Damage(version);

        JsonElement problem = await RefusedAsync(
            server,
            $$"""{ "version": "{{version.Name}}" }""",
            422,
            "unusable-model"
        );

        Assert.Contains(file, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("first", place.History.Current().Name);
        Assert.Equal(before, await server.RecommendedAsync(7));
    }

    [Theory]
    [InlineData("popularity", "not all numbers")]
    [InlineData("ease", "can't be used")]
    [InlineData("als", "")]
    public async Task Switch_TensorsThatAreNoNumbers_IsRefused(string kind, string reason)
    {
        await using TestServer server = await StartAsync();
        ModelVersion version = place.History.Add(
            folder => BrokenBundle.Write(place.Bundle(kind, seed: 1), folder),
            TimeProvider.System
        );

        JsonElement problem = await RefusedAsync(
            server,
            $$"""{ "version": "{{version.Name}}" }""",
            422,
            "unusable-model"
        );

        Assert.Contains(reason, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("first", place.History.Current().Name);
    }

    [Theory]
    [InlineData("""{ "version": "none" }""")]
    [InlineData("""{ "version": "../model" }""")]
    [InlineData("""{ "version": "" }""")]
    public async Task Switch_UnknownVersion_NamesTheField(string body)
    {
        await using TestServer server = await StartAsync();

        JsonElement problem = await RefusedAsync(server, body, 400, "validation");

        Assert.True(problem.GetProperty("errors").TryGetProperty("version", out _));
    }

    [Fact]
    public async Task List_History_SaysWhatIsCurrent()
    {
        await using TestServer server = await StartAsync();
        ModelVersion second = place.Add(seed: 1);
        await SwitchAsync(server, second.Name);
        ModelVersion third = place.Add(seed: 2);

        JsonElement list = await server.GetAsync("/api/admin/models");

        JsonElement[] versions = [.. list.GetProperty("versions").EnumerateArray()];
        Assert.Equal(
            ["first", second.Name, third.Name],
            versions.Select(one => one.GetProperty("version").GetString())
        );
        Assert.Equal([false, true, false], versions.Select(one => one.GetProperty("current").GetBoolean()));
        Assert.Equal(second.Name, list.GetProperty("modelId").GetString());
        Assert.Equal(["ease", "als", "als"], versions.Select(one => one.GetProperty("model").GetString()));
        Assert.Equal(JsonValueKind.Null, list.GetProperty("lastRetrain").ValueKind);
    }

    [Fact]
    public async Task Switch_AddedMoviesAndRatings_LiveOn()
    {
        await using TestServer server = await StartAsync();
        int user = await server.NewUserAsync();
        int early = await AddMovieAsync(server, "Before Zyzzyva (2024)");
        await server.JsonAsync("PUT", $"/api/users/{user}/ratings/{early}", """{ "rating": 5 }""");

        await SwitchAsync(server, place.Add().Name);

        int late = await AddMovieAsync(server, "After Zyzzyva (2024)");
        Assert.True(late > early);
        JsonElement found = await server.GetAsync("/api/movies?query=zyzzyva");
        Assert.Equal(2, found.GetProperty("totalMovies").GetInt32());
        JsonElement answer = await server.GetAsync($"/api/recommendations/{user}");
        Assert.Equal(early, answer.GetProperty("topRatedMovies")[0].GetProperty("id").GetInt32());
        Assert.Equal(2, (await server.GetAsync("/api/model")).GetProperty("addedMovies").GetInt32());
    }

    [Fact]
    public async Task Swap_MovieAddedWhileItLoads_IsThereAfterwards()
    {
        await using TestServer server = await StartAsync();
        LiveModel live = server.Services.GetRequiredService<LiveModel>();
        ModelBundle bundle = ModelBundle.Load(place.Add().Folder, Core.Models.ModelKinds.Core);
        var facts = new BundleFacts(bundle, null, DateTimeOffset.UnixEpoch);
        int added = 0;

        ServedModel model = await live.SwapAsync(
            bundle,
            facts,
            _ => added = AddMovieAsync(server, "Meanwhile (2024)").GetAwaiter().GetResult(),
            CancellationToken.None
        );

        Assert.True(model.TryFind(added, out _));
        Assert.Same(model, live.Current);
        Assert.Equal(
            added,
            (await server.GetAsync("/api/movies?query=meanwhile")).GetProperty("movies")[0].GetProperty("id").GetInt32()
        );
    }

    [Fact]
    public async Task Switch_ReportAndExampleUsers_FollowTheModel()
    {
        using var reports = new ModelPlace(bundles);
        BundleManifest manifest = place.Bundle("als", 1).Manifest;
        var report = new EvaluationReport
        {
            MatineeVersion = manifest.MatineeVersion,
            Dataset = new DatasetFacts(manifest.Dataset.Hash, "csv", true, 80, 100, 5_000, 1_000, "user-temporal"),
            Protocol = new ProtocolFacts(ProtocolFacts.FullRanking, 100, 80, 4, "lower movie id first", 1_000, 1),
            Models = [new ModelFigures("als", null, 1, [new Figure("ndcg", 10, 0.25, 0.2, 0.3)], [])],
        };
        await File.WriteAllTextAsync(Path.Combine(reports.Path, "metrics.json"), report.ToJson());
        await using TestServer server = await StartAsync(reports.Path);
        Assert.Equal(JsonValueKind.Null, (await server.GetAsync("/api/model")).GetProperty("evaluation").ValueKind);

        await SwitchAsync(server, place.Add().Name);

        JsonElement model = await server.GetAsync("/api/model");
        Assert.Equal("user-temporal", model.GetProperty("evaluation").GetProperty("split").GetString());
        Assert.Equal(6, model.GetProperty("exampleUsers").GetArrayLength());
    }

    [Fact]
    public async Task Switch_TwoAtOnce_OneAfterTheOther()
    {
        await using TestServer server = await StartAsync();
        string[] versions = [place.Add(seed: 1).Name, place.Add(seed: 2).Name];

        JsonElement[] answers = await Task.WhenAll(versions.Select(version => SwitchAsync(server, version)));

        Assert.Equal(versions, answers.Select(answer => answer.GetProperty("modelId").GetString()));
        string current = place.History.Current().Name;
        Assert.Equal(current, (await server.GetAsync("/api/model")).GetProperty("modelId").GetString());
    }

    private Task<TestServer> StartAsync(string? reports = null) =>
        TestServer.StartAsync(
            place.Path,
            options => options with { WatchModel = false, ReportPath = reports ?? options.ReportPath }
        );

    private static Task<JsonElement> SwitchAsync(TestServer server, string version) =>
        server.JsonAsync("POST", "/api/admin/model", $$"""{ "version": "{{version}}" }""");

    private static Task<JsonElement> RefusedAsync(TestServer server, string body, int status, string type) =>
        server.ProblemAsync("POST", "/api/admin/model", status, type, body);

    private static async Task<int> AddMovieAsync(TestServer server, string title) =>
        (await server.JsonAsync("POST", "/api/movies", $$"""{ "title": "{{title}}" }""", status: 201))
            .GetProperty("id")
            .GetInt32();

    // What a server answers that was started on the version alone.
    private static async Task<int[]> ListAsync(string folder)
    {
        await using TestServer alone = await TestServer.StartAsync(folder);
        return await alone.RecommendedAsync(7);
    }
}
