using System.Security.Cryptography;
using Matinee.Core.Artifacts;
using Matinee.Data.Registry;

namespace Matinee.Cli.Tests.Publishing;

public sealed class ModelsPullTests : IClassFixture<BuiltPackage>, IAsyncDisposable
{
    private readonly BuiltPackage built;
    private readonly Workspace workspace = new();
    private readonly ZipServer server;

    public ModelsPullTests(BuiltPackage built)
    {
        this.built = built;
        server = new ZipServer(built.Zip) { JsonFile = built.Read().ToJson() };
    }

    private string Model => workspace.Path("models/large-demo");

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        workspace.Dispose();
    }

    [Fact]
    public async Task Pull_OverHttp_GivesAModelThatRecommends()
    {
        CliResult result = (await Pull()).Succeeded();

        Assert.Contains(
            $"sha256 {built.Entry.Sha256} verified",
            result.Out.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "# large-demo",
            File.ReadAllText(Path.Combine(Model, "MODEL_CARD.md")),
            StringComparison.Ordinal
        );
        int rated = ModelBundle.ReadCatalog(Model).Movies[0].Id.Value;
        string ratings = workspace.Write("mine.csv", $"movieId,rating\n{rated},5\n");
        (await Workspace.RunAsync("recommend", "--model-path", Model, "--ratings", ratings)).Succeeded();
        Assert.Equal([Model], Directory.GetFileSystemEntries(workspace.Path("models")));
    }

    [Fact]
    public async Task Pull_SecondTime_FetchesNothing()
    {
        (await Pull()).Succeeded();

        CliResult result = (await Pull()).Succeeded();

        Assert.Contains("is already in", result.Out, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Pull_FromAFolder_GivesTheSame()
    {
        (await Pull(BuiltPackage.Name, built.Registry)).Succeeded();

        Assert.True(File.Exists(Path.Combine(Model, "catalog.jsonl")));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Pull_DamagedPackage_LeavesNothing()
    {
        server.Zip[^100] ^= 1;

        (await Pull()).FailedWith(1, "is damaged or not what the registry offers");

        Assert.Empty(Directory.GetFileSystemEntries(workspace.Path("models")));
    }

    [Fact]
    public async Task Pull_PackageThatWritesElsewhere_IsRefused()
    {
        server.Zip = SampleZip.Of(("large-demo/manifest.json", "{}"), ("large-demo/../../evil.txt", "evil"));
        Offer(entry =>
            entry with
            {
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(server.Zip)),
                Bytes = server.Zip.Length,
            }
        );

        (await Pull()).FailedWith(1, "points outside");

        Assert.False(File.Exists(workspace.Path("evil.txt")));
        Assert.Empty(Directory.GetFileSystemEntries(workspace.Path("models")));
    }

    [Theory]
    [InlineData("../secret.zip")]
    [InlineData("/etc/secret.zip")]
    [InlineData("file:///etc/secret.zip")]
    public async Task Pull_UrlOutsideOfTheRegistry_IsRefused(string url)
    {
        Offer(entry => entry with { Url = url });

        (await Pull()).FailedWith(1, "points outside of the registry");
    }

    [Fact]
    public async Task Pull_NewerSchema_SaysUpdate()
    {
        Offer(entry => entry with { BundleSchemaVersion = 99 });

        (await Pull()).FailedWith(1, "Update Matinee");

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Pull_UnknownName_SuggestsTheNearest() =>
        (await Pull("large-demmo")).FailedWith(1, "Did you mean 'large-demo'?");

    [Fact]
    public async Task Pull_OtherModelInTheWay_NeedsForce()
    {
        (await Pull()).Succeeded();
        File.AppendAllText(Path.Combine(Model, "manifest.json"), "\n");

        (await Pull()).FailedWith(1, "holds another model");
        (await Pull(BuiltPackage.Name, server.BaseUrl.AbsoluteUri, "--force")).Succeeded();

        (await Workspace.RunAsync("models", "verify", Model)).Succeeded();
    }

    [Fact]
    public async Task Pull_NoRegistryThere_SaysWhatToPass()
    {
        server.JsonFile = null;

        (await Pull()).FailedWith(1, "does not exist on the server (404). Check --registry");
        (await Pull("large-demo", workspace.Path("none"))).FailedWith(1, "There is no registry");
        (await Pull("large-demo", "http://127.0.0.1:1/")).FailedWith(1, "refused the connection");
    }

    [Fact]
    public async Task Verify_ChangedFile_SaysWhich()
    {
        (await Pull()).Succeeded();
        (await Verify()).Succeeded();
        File.AppendAllText(Path.Combine(Model, "catalog.jsonl"), "\n");

        CliResult result = await Verify();

        Assert.Equal(1, result.Code);
        Assert.Contains("damaged", result.Out, StringComparison.Ordinal);
        Assert.Contains("catalog.jsonl", result.Out.ReplaceLineEndings(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_Package_ComparesItWithTheRegistry()
    {
        string copy = workspace.Path("copy");
        Directory.CreateDirectory(copy);
        File.WriteAllText(Path.Combine(copy, "registry.json"), built.Read().ToJson());
        File.WriteAllBytes(Path.Combine(copy, built.Entry.Url), built.Zip);
        string[] verify =
        [
            "models",
            "verify",
            "large-demo",
            "--registry",
            copy,
            "--output-dir",
            workspace.Path("none"),
        ];
        (await Workspace.RunAsync(verify)).Succeeded();

        File.WriteAllBytes(Path.Combine(copy, built.Entry.Url), built.Zip[1..]);

        Assert.Equal(1, (await Workspace.RunAsync(verify)).Code);
    }

    [Fact]
    public async Task List_Registry_ShowsWhatItOffers()
    {
        CliResult result = (
            await Workspace.RunAsync("models", "list", "--registry", server.BaseUrl.AbsoluteUri)
        ).Succeeded();

        Assert.Contains("large-demo", result.Out, StringComparison.Ordinal);
        Assert.Contains("60 people", result.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private void Offer(Func<RegistryEntry, RegistryEntry> change) =>
        server.JsonFile = new ModelRegistry { Models = [change(built.Entry)] }.ToJson();

    private Task<CliResult> Verify() =>
        Workspace.RunAsync(
            "models",
            "verify",
            "large-demo",
            "--output-dir",
            workspace.Path("models"),
            "--registry",
            workspace.Path("none")
        );

    private Task<CliResult> Pull() => Pull(BuiltPackage.Name);

    private Task<CliResult> Pull(string name) => Pull(name, server.BaseUrl.AbsoluteUri);

    private Task<CliResult> Pull(string name, string registry, params string[] more) =>
        Workspace.RunAsync([
            "models",
            "pull",
            name,
            "--registry",
            registry,
            "--output-dir",
            workspace.Path("models"),
            .. more,
        ]);
}
