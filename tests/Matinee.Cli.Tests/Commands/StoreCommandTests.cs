using Matinee.Api.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Cli.Tests.Commands;

public sealed class StoreCommandTests : IDisposable
{
    private readonly Workspace workspace = new();

    private string Store => workspace.Path("store.db");
    private string Backup => workspace.Path("backup.zip");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Backup_Restored_CountsTheSame()
    {
        await FillAsync();
        CliResult written = (
            await Workspace.RunAsync("store", "backup", "--store", Store, "--output", Backup)
        ).Succeeded();
        Assert.Matches(@"ratings\s+2", written.Out);
        string restored = workspace.Path("restored.db");
        (await Workspace.RunAsync("store", "restore", "--store", restored, "--input", Backup)).Succeeded();

        CliResult info = (await Workspace.RunAsync("store", "info", "--store", restored)).Succeeded();
        Assert.Matches(@"ratings\s+2", info.Out);
        Assert.Contains("schema AccessOutcomesAndVersions", info.Out);
        (await Workspace.RunAsync("store", "restore", "--store", restored, "--input", Backup)).FailedWith(
            1,
            "has data already"
        );
    }

    [Fact]
    public async Task Restore_NoBackup_SaysSo()
    {
        await File.WriteAllTextAsync(Backup, "userId,movieId\n1,2\n");
        (await Workspace.RunAsync("store", "restore", "--store", Store, "--input", Backup)).FailedWith(
            1,
            "no backup of a store"
        );
        Assert.False(File.Exists(Store));
    }

    [Fact]
    public async Task Info_DatabaseThatIsNotThere_SaysSoAndTheLogHasNoPassword()
    {
        string log = workspace.Path("log.txt");
        // Nobody listens on port 1.
        CliResult result = await Workspace.RunAsync(
            "store",
            "info",
            "--store",
            "postgres://matinee:sesame@127.0.0.1:1/matinee",
            "--log-file",
            log
        );
        result.FailedWith(1, "does not answer");
        string text = await File.ReadAllTextAsync(log);
        Assert.Contains("PostgreSQL database 'matinee' on 127.0.0.1:1", text);
        Assert.DoesNotContain("sesame", text + result.Out + result.Error);
    }

    private async Task FillAsync()
    {
        IServiceCollection services = new ServiceCollection()
            .AddLogging()
            .AddUserStore(new UserStoreOptions { Connection = Store });
        await using ServiceProvider provider = services.BuildServiceProvider();
        IUserStore store = provider.GetRequiredService<IUserStore>();
        await store.SetRatingsAsync(7, [new StoredRating(1, 4f, 1), new StoredRating(2, null, 1)]);
    }
}
