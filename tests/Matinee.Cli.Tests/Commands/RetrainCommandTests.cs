using Matinee.Api.Store;
using Matinee.Core.Artifacts;
using Matinee.Core.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Cli.Tests.Commands;

public sealed class RetrainCommandTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IAsyncLifetime
{
    private const int User = 7;
    private readonly Workspace workspace = new();

    private string Model => workspace.Path("model");
    private string Store => workspace.Path("store.db");
    private ModelHistory History => new(Model);

    public async ValueTask InitializeAsync()
    {
        string config = trained.Workspace.Write("ease-one.yaml", "model: ease\nmodel_params:\n  regularization: 50\n");
        (await Workspace.RunAsync([.. trained.Training(Model, config), "--fit-on", "all"])).Succeeded();
        await RateAsync(0, 3);
    }

    public ValueTask DisposeAsync()
    {
        workspace.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Retrain_NewRatings_AddsAVersionThatKnowsThem()
    {
        string first = ModelBundle.ReadId(Model);
        BundleManifest before = ModelBundle.ReadManifest(Model);

        CliResult result = (await RetrainAsync("--force")).Succeeded();

        ModelVersion current = History.Current();
        Assert.Equal(["first", current.Name], History.Versions().Select(version => version.Name));
        BundleManifest after = ModelBundle.ReadManifest(Model);
        Assert.Equal("all", after.FittedOn);
        Assert.Equal(before.Options.GetRawText(), after.Options.GetRawText());
        Assert.Equal(before.Selection?.Metric, after.Selection?.Metric);
        Assert.Equal(before.Preparation, after.Preparation);
        Assert.True(after.Dataset.FittedRatings > before.Dataset.FittedRatings);
        string[] lines = Lines(result);
        Assert.Equal(
            ["1/5 export", "2/5 preprocess", "3/5 train", "4/5 compare", "5/5 publish"],
            lines[..5].Select(line => string.Join(' ', line.Split(' ')[..2]))
        );
        Assert.StartsWith($"Serving {current.Name} (ease, ndcg@10 ", lines[5], StringComparison.Ordinal);
        Assert.Contains(" instead of first (ease, ndcg@10 ", lines[5], StringComparison.Ordinal);
        Assert.Equal(first, ModelBundle.ReadId(Model));
        Assert.Empty(Directory.GetDirectories(Path.Combine(Model, "versions", ".retrain")));
        // Once more there is nothing new.
        CliResult again = (await RetrainAsync()).Succeeded();
        Assert.Contains("Nothing new to learn from", again.Out, StringComparison.Ordinal);
        Assert.Equal(current, History.Current());
    }

    [Fact]
    public async Task Retrain_WorseThanTheMargin_IsRefusedAndKeptForLookingAtIt()
    {
        State(1.0);

        CliResult result = await RetrainAsync();

        Assert.Equal(3, result.Code);
        Assert.Contains("worse by more than 5 %", result.Out, StringComparison.Ordinal);
        Assert.Contains("first (ease, ndcg@10 1.0000", Lines(result)[^1], StringComparison.Ordinal);
        Assert.Equal("first", History.Current().Name);
        string kept = Assert.Single(Directory.GetDirectories(Path.Combine(Model, "versions", ".retrain", "rejected")));
        Assert.Contains(kept, result.Out, StringComparison.Ordinal);
        Assert.Equal("ease", ModelBundle.Load(kept, ModelKinds.Core).Manifest.Model);
        (await RetrainAsync("--margin", "100")).Succeeded();
        Assert.NotEqual("first", History.Current().Name);
    }

    [Fact]
    public async Task Retrain_NothingHeldOut_TakesForce()
    {
        State(null);

        CliResult result = await RetrainAsync();

        Assert.Equal(3, result.Code);
        Assert.Contains("can't be compared", result.Out, StringComparison.Ordinal);
        Assert.Contains("--force", result.Out, StringComparison.Ordinal);
        (await RetrainAsync("--force")).Succeeded();
        Assert.NotEqual("first", History.Current().Name);
    }

    [Fact]
    public async Task Retrain_OtherConfiguration_IsTrained()
    {
        string config = workspace.Write("als.yaml", "model: als\nmodel_params:\n  factors: 8\n  iterations: 2\n");

        (await RetrainAsync("--force", "--config-path", config)).Succeeded();
        Assert.Equal("als", ModelBundle.ReadManifest(Model).Model);
        await RateAsync(3, 5);
        CliResult warm = (await RetrainAsync("--force")).Succeeded();

        Assert.Contains("als, from the current one on", warm.Out, StringComparison.Ordinal);
        Assert.Equal("all", ModelBundle.ReadManifest(Model).StartedFrom?.FittedOn);
    }

    [Fact]
    public async Task Retrain_DryRun_ChangesNothing()
    {
        CliResult result = (await RetrainAsync("--dry-run")).Succeeded();

        Assert.Contains("3 ratings of 1 users", result.Out, StringComparison.Ordinal);
        Assert.False(History.Exists);
    }

    [Fact]
    public async Task Retrain_Keep_DeletesTheOldest()
    {
        (await RetrainAsync("--force", "--keep", "1")).Succeeded();
        string second = History.Current().Name;
        await RateAsync(3, 5);
        (await RetrainAsync("--force", "--keep", "1")).Succeeded();
        string third = History.Current().Name;
        await RateAsync(5, 7);
        (await RetrainAsync("--force", "--keep", "1")).Succeeded();

        // The one before the current one stays, and the bundle that was there first.
        Assert.Equal(["first", third, History.Current().Name], History.Versions().Select(version => version.Name));
        Assert.NotEqual(second, third);
    }

    [Fact]
    public async Task Retrain_AnotherRuns_SaysSo()
    {
        string folder = Path.Combine(Model, "versions", ".retrain");
        Directory.CreateDirectory(folder);
        using FileStream? hold = FileLock.TryTake(Path.Combine(folder, "lock"));

        (await RetrainAsync()).FailedWith(1, "is being retrained");
    }

    [Fact]
    public async Task Retrain_KilledOrInterrupted_LeavesTheCurrentOneAndIsClearedByTheNext()
    {
        string work = Path.Combine(Model, "versions", ".retrain");
        foreach (Action<ProgramRun> end in new Action<ProgramRun>[] { run => run.Interrupt(), run => run.Kill() })
        {
            using var run = new ProgramRun(workspace.Root, [.. Arguments(), "--force"]);
            CliResult result = await run.EndOnceAsync(() => Directory.Exists(Path.Combine(work, "raw")), end);
            Assert.NotEqual(0, result.Code);
            Assert.Equal("first", History.Current().Name);
            Assert.Equal("ease", ModelBundle.Load(Model, ModelKinds.Core).Manifest.Model);
        }

        Directory.CreateDirectory(Path.Combine(work, "candidate"));
        (await RetrainAsync("--force")).Succeeded();
        Assert.Empty(Directory.GetDirectories(work));
        Assert.Equal(2, History.Versions().Count);
    }

    [Fact]
    public async Task Train_IntoAHistory_AddsAVersion()
    {
        (await RetrainAsync("--force")).Succeeded();
        string config = workspace.Write("popularity.yaml", "model: popularity\n");

        CliResult result = (await Workspace.RunAsync(trained.Training(Model, config))).Succeeded();

        Assert.Equal(3, History.Versions().Count);
        Assert.Equal("popularity", ModelBundle.ReadManifest(Model).Model);
        Assert.Contains(History.Current().Name, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_HistoryAndRollback_ShowAndSwitch()
    {
        (await RetrainAsync("--force")).Succeeded();
        string second = History.Current().Name;

        CliResult list = (await Workspace.RunAsync("models", "history", "--model-path", Model)).Succeeded();
        CliResult back = (await Workspace.RunAsync("models", "rollback", "--model-path", Model)).Succeeded();
        CliResult none = await Workspace.RunAsync("models", "rollback", "--model-path", Model);
        CliResult again = (await Workspace.RunAsync("models", "rollback", second, "--model-path", Model)).Succeeded();

        Assert.Contains("first", list.Out, StringComparison.Ordinal);
        Assert.Contains("* the version that answers", list.Out, StringComparison.Ordinal);
        Assert.Equal($"first is current instead of {second}.", back.Out.Trim());
        none.FailedWith(1, "no version before");
        Assert.Equal($"{second} is current instead of first.", again.Out.Trim());
        (await Workspace.RunAsync("models", "rollback", "x", "--model-path", Model)).FailedWith(
            1,
            "has no version 'x'"
        );
    }

    [Fact]
    public async Task Retrain_NoModelOrNoStore_SaysWhich()
    {
        (await Workspace.RunAsync("retrain", "--model-path", workspace.Path("none"), "--store", Store)).FailedWith(
            1,
            "is not a model"
        );
        Assert.False(Directory.Exists(workspace.Path("none")));
        (await Workspace.RunAsync("retrain", "--model-path", Model, "--store", workspace.Path("none.db"))).FailedWith(
            1,
            "none.db"
        );
    }

    [Fact]
    public async Task Retrain_ServerAway_SaysSoBeforeAnyWork()
    {
        string server = $"http://127.0.0.1:{FreePort.Find()}";

        CliResult result = await RetrainAsync("--force", "--server", server);

        result.FailedWith(1, "does not answer");
        Assert.False(History.Exists);
    }

    [Fact]
    public async Task Retrain_SameBundleOnceMore_AddsNoVersion()
    {
        (await RetrainAsync("--force")).Succeeded();
        string second = History.Current().Name;

        CliResult again = (await RetrainAsync("--force")).Succeeded();

        Assert.Equal(["first", second], History.Versions().Select(version => version.Name));
        Assert.Contains("the new model is the same", again.Out, StringComparison.Ordinal);
        CliResult dry = (await RetrainAsync("--dry-run")).Succeeded();
        Assert.Contains("finds nothing new to learn", dry.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_ModelPathInEnvironmentFile_IsTaken()
    {
        workspace.Write(".env", $"MATINEE_MODEL_PATH={Model}\n");
        using var run = new ProgramRun(workspace.Root, "models", "history");

        Assert.Contains("first", (await run.FinishAsync()).Succeeded().Out, StringComparison.Ordinal);
    }

    private Task<CliResult> RetrainAsync(params string[] more) => Workspace.RunAsync([.. Arguments(), .. more]);

    private string[] Arguments() => ["retrain", "--model-path", Model, "--store", Store, "--threads", "2"];

    private static string[] Lines(CliResult result) => result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // Of movies that the user has not rated, and that enough others have.
    private async Task RateAsync(int from, int to)
    {
        ModelBundle bundle = ModelBundle.Load(Model, ModelKinds.Core);
        bundle.Histories!.TryGet(new Core.Interactions.UserId(User), out Core.Interactions.UserHistory? history);
        int[] movies =
        [
            .. Enumerable
                .Range(0, bundle.Catalog.RankedCount)
                .Where(item => !history!.Contains(new Core.Interactions.ItemIndex(item)))
                .Select(item => bundle.Catalog.Movies[item].Id.Value),
        ];
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddUserStore(new UserStoreOptions { Connection = Store });
        await using ServiceProvider provider = services.BuildServiceProvider();
        IUserStore store = provider.GetRequiredService<IUserStore>();
        for (int n = from; n < to; n++)
        {
            await store.SetRatingsAsync(
                User,
                [new StoredRating(movies[n], 4.5f, 1_800_000_000 + n)],
                CancellationToken.None
            );
        }
    }

    // What the current model says of itself.
    private void State(double? value)
    {
        string file = Path.Combine(Model, ModelBundle.ManifestFile);
        System.Text.Json.Nodes.JsonNode manifest = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!;
        if (value is null)
        {
            manifest.AsObject().Remove("selection");
        }
        else
        {
            manifest["selection"]!["value"] = value;
        }

        File.WriteAllText(file, manifest.ToJsonString());
    }
}
