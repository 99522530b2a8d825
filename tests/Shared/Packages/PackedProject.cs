using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Matinee.Tests.Packages;

/// <summary>A project of src as the package that its last build makes.</summary>
internal sealed record PackedProject
{
    /// <summary>What its nuspec says: such as <c>license</c>, <c>readme</c>.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>The names of the packages that come along.</summary>
    public required IReadOnlyList<string> Dependencies { get; init; }

    /// <summary>Below <c>lib</c>, with their bytes.</summary>
    public required IReadOnlyDictionary<string, long> Files { get; init; }

    /// <summary>Below <c>lib</c>, of the package of symbols.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    public static async Task<PackedProject> PackAsync(string project)
    {
        string folder = Directory.CreateTempSubdirectory("matinee-pack-").FullName;
        try
        {
            await RunAsync(project, folder);
            using ZipArchive package = ZipFile.OpenRead(Directory.EnumerateFiles(folder, "*.nupkg").Single());
            using ZipArchive symbols = ZipFile.OpenRead(Directory.EnumerateFiles(folder, "*.snupkg").Single());
            using Stream nuspec = package.GetEntry($"{project}.nuspec")!.Open();
            XElement[] elements = [.. XDocument.Load(nuspec).Descendants()];
            Assert.NotNull(package.GetEntry("README.md"));
            return new PackedProject
            {
                Facts = elements
                    .Where(element => element.Parent?.Name.LocalName == "metadata")
                    .ToDictionary(element => element.Name.LocalName, element => element.Value),
                Dependencies =
                [
                    .. elements
                        .Where(element => element.Name.LocalName == "dependency")
                        .Select(element => element.Attribute("id")!.Value)
                        .Order(StringComparer.Ordinal),
                ],
                Files = Libraries(package).ToDictionary(entry => entry.FullName[4..], entry => entry.Length),
                Symbols = [.. Libraries(symbols).Select(entry => entry.FullName[4..]).Order(StringComparer.Ordinal)],
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<ZipArchiveEntry> Libraries(ZipArchive archive) =>
        archive.Entries.Where(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal));

    private static async Task RunAsync(string project, string folder)
    {
        string configuration = AppContext.BaseDirectory.Contains("release", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
        var start = new ProcessStartInfo(
            "dotnet",
            ["pack", $"src/{project}", "-c", configuration, "--no-build", "-o", folder, "-v", "quiet", "-m:1"]
        )
        {
            WorkingDirectory = TestData.RepositoryRoot(),
            RedirectStandardOutput = true,
        };
        // No process of its build server may outlive the tests.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
    }
}
