namespace Matinee.Cli.Tests.Commands;

public sealed class KeysCommandTests : IDisposable
{
    private readonly Workspace workspace = new();

    private string Store => workspace.Path("store.db");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Create_ThenListAndRevoke_ShowsEverythingButTheSecret()
    {
        CliResult made = (
            await RunAsync("create", "--scope", "write", "--user", "42", "--name", "anna", "--days", "30")
        ).Succeeded();
        string secret = made.Out.Trim();
        Assert.Matches("^matinee_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$", secret);
        string id = secret.Split('_')[1];
        Assert.Contains("write of user 42 alone", made.Error);

        CliResult listed = (await RunAsync("list")).Succeeded();
        Assert.Contains(id, listed.Out);
        Assert.Contains("anna", listed.Out);
        Assert.Contains("until", listed.Out);
        Assert.DoesNotContain(secret[^43..], listed.Out);

        (await RunAsync("revoke", id)).Succeeded();
        Assert.Contains("revoked", (await RunAsync("list")).Succeeded().Out);
    }

    [Fact]
    public async Task List_NewStore_SaysHowToMakeOne() =>
        Assert.Contains("keys create --scope admin", (await RunAsync("list")).Succeeded().Out);

    [Theory]
    [InlineData("all", "--scope", "all")]
    [InlineData("--days must be", "--scope", "read", "--days", "0")]
    [InlineData("--scope", "--name", "a")]
    public async Task Create_WrongFlag_SaysSo(string message, params string[] flags) =>
        (await RunAsync(["create", .. flags])).FailedWith(2, message);

    [Theory]
    [InlineData("cannot be bound", "--scope", "admin", "--user", "7")]
    [InlineData("1 to 100 characters", "--scope", "read", "--name", " ")]
    public async Task Create_WrongValue_SaysSo(string message, params string[] flags) =>
        (await RunAsync(["create", .. flags])).FailedWith(1, message);

    [Fact]
    public async Task Revoke_UnknownKey_SaysSo() =>
        (await RunAsync("revoke", "ffffffffffffffff")).FailedWith(1, "no key of this id");

    private Task<CliResult> RunAsync(params string[] args) =>
        Workspace.RunAsync(["keys", args[0], "--store", Store, .. args[1..]]);
}
