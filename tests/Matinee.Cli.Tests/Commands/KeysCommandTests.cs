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
    public async Task List_NoStore_SaysSoAndMakesNone()
    {
        (await RunAsync("list")).FailedWith(1, "There is no user store");
        (await RunAsync("revoke", "ffffffffffffffff")).FailedWith(1, "There is no user store");

        Assert.False(File.Exists(Store));
    }

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
    public async Task Revoke_UnknownKeyOrTheKeyItself_SaysSoOrRevokesIt()
    {
        string secret = (await RunAsync("create", "--scope", "read")).Succeeded().Out.Trim();

        (await RunAsync("revoke", "ffffffffffffffff")).FailedWith(1, "no key of this id");
        CliResult revoked = (await RunAsync("revoke", secret)).Succeeded();

        Assert.DoesNotContain(secret[^43..], revoked.Out);
        Assert.Contains("revoked", (await RunAsync("list")).Succeeded().Out);
    }

    [Fact]
    public async Task List_NarrowTerminal_BreaksNoId()
    {
        string secret = (
            await RunAsync("create", "--scope", "write", "--name", new string('n', 60), "--user", "42", "--days", "9")
        )
            .Succeeded()
            .Out.Trim();

        Assert.Contains(secret.Split('_')[1], (await RunAsync("list")).Succeeded().Out);
    }

    [Fact]
    public async Task Create_WrongFlag_NamesTheHelpOfItsOwnCommand() =>
        (await RunAsync("create", "--scope", "all")).FailedWith(2, "'./matinee keys create --help'");

    private Task<CliResult> RunAsync(params string[] args) =>
        Workspace.RunAsync(["keys", args[0], "--store", Store, .. args[1..]]);
}
