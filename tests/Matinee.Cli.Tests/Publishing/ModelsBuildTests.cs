using System.IO.Compression;
using Matinee.Core.Artifacts;
using Matinee.Data.Registry;

namespace Matinee.Cli.Tests.Publishing;

public sealed class ModelsBuildTests(BuiltPackage built) : IClassFixture<BuiltPackage>
{
    [Fact]
    public void Build_Default_PacksTheBundleWithoutHistories()
    {
        using var zip = new ZipArchive(new MemoryStream(built.Zip));

        string[] names = [.. zip.Entries.Select(entry => entry.FullName)];
        Assert.Contains("large-demo/manifest.json", names);
        Assert.Contains("large-demo/catalog.jsonl", names);
        Assert.Contains("large-demo/components/popularity/tensors.safetensors", names);
        Assert.Contains("large-demo/MODEL_CARD.md", names);
        Assert.DoesNotContain(names, name => name.Contains("/histories/", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_Default_OffersThePackageAsItIs()
    {
        RegistryEntry entry = built.Entry;
        string file = Path.Combine(built.Registry, entry.Url);

        Assert.Equal(FileHashes.Sha256(file), entry.Sha256);
        Assert.Equal(new FileInfo(file).Length, entry.Bytes);
        Assert.Equal(("large", "demo", false), (entry.Preset, entry.Dataset, entry.Histories));
        Assert.Equal(BundleManifest.CurrentSchemaVersion, entry.BundleSchemaVersion);
        Assert.Equal(FileHashes.Sha256(built.Workspace.Path("work/model/manifest.json")), entry.Manifest);
        Assert.Contains($"models pull large-demo --registry {built.Registry}", built.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Default_CardSaysWhatItIs()
    {
        string card = File.ReadAllText(Path.Combine(built.Registry, "large-demo.md"));

        Assert.Contains("# large-demo", card, StringComparison.Ordinal);
        Assert.Contains("Simulated ratings", card, StringComparison.Ordinal);
        Assert.Contains("| people | 60 | 60 |", card, StringComparison.Ordinal);
        Assert.Contains("5 ratings per person, 5 per movie", card, StringComparison.Ordinal);
        Assert.Contains("histories are not in the package", card, StringComparison.Ordinal);
        Assert.Contains($"SHA-256 `{built.Entry.Sha256}`", card, StringComparison.Ordinal);
        double ndcg = built.Workspace.Report("work/report").Models[0].Find("ndcg", 10)!.Value;
        Assert.Matches($@"\| NDCG@10 \| {ndcg:F4} \[0\.\d+, 0\.\d+\] \|", card);
    }

    [Fact]
    public async Task Build_Again_DoesNothingTwiceAndPacksTheSame()
    {
        RegistryEntry before = built.Entry;

        CliResult result = (await built.Build("large")).Succeeded();

        Assert.Equal(3, result.Out.Split("Done already.").Length - 1);
        Assert.Equal(before, built.Entry);
    }

    [Fact]
    public async Task Build_OtherConfiguration_TrainsAndEvaluatesAgain()
    {
        string registry = built.Workspace.Path("other");
        string[] other =
        [
            "--name",
            "knn-demo",
            "--registry",
            registry,
            "--work-dir",
            built.Workspace.Path("other-work"),
        ];
        (await built.Build("large", other)).Succeeded();

        string[] changed = [.. other, "--config-path", "configs/cosine.yaml", "--with-histories"];
        CliResult result = (await built.Build("large", changed)).Succeeded();

        Assert.Equal(1, result.Out.Split("Done already.").Length - 1);
        RegistryEntry entry = ModelRegistry
            .FromJson(File.ReadAllText(Path.Combine(registry, ModelRegistry.FileName)), registry)
            .Models.Single();
        Assert.True(entry.Histories);
        Assert.StartsWith("item-knn", entry.Description, StringComparison.Ordinal);
        string card = File.ReadAllText(Path.Combine(registry, "knn-demo.md"));
        Assert.Contains("histories are in the package", card, StringComparison.Ordinal);
        // The older package is gone.
        Assert.Equal([entry.Url], Directory.GetFiles(registry, "*.zip").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Build_TooLittleForThePreset_SaysWhatIsLeftAndWhatToDo()
    {
        string work = built.Workspace.Path("tiny");

        CliResult result = await built.Build("tiny", "--work-dir", work, "--registry", built.Workspace.Path("none"));

        result.FailedWith(1, "demo is too small for the preset 'tiny'");
        string error = result.Error.ReplaceLineEndings(" ");
        Assert.Contains("of 60 users have 500 ratings or more", error, StringComparison.Ordinal);
        Assert.Contains("build 'large' instead", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(built.Workspace.Path("none")));
    }

    [Fact]
    public async Task Build_UnknownDataset_NamesTheKnownOnes() =>
        (await Workspace.RunAsync("models", "build", "tiny", "--dataset", "ml-2m")).FailedWith(1, "ml-latest-small");

    [Fact]
    public async Task Build_NameThatIsAPath_IsRefused() =>
        (await built.Build("large", "--name", "../evil")).FailedWith(1, "'../evil' can't name a package");
}
