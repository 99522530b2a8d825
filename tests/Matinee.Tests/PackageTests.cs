using System.Xml.Linq;
using Matinee.Tests.Packages;

namespace Matinee.Tests;

public class PackageTests
{
    [Fact]
    public async Task Pack_Library_HoldsTheEngineAndNoNativeLibrary()
    {
        PackedProject package = await PackedProject.PackAsync("Matinee");

        Assert.Equal("MIT", package.Facts["license"]);
        Assert.Equal("README.md", package.Facts["readme"]);
        Assert.Equal(["Microsoft.Extensions.Hosting.Abstractions", "System.Numerics.Tensors"], package.Dependencies);
        Assert.Equal(
            ["Matinee.Core.dll", "Matinee.Core.xml", "Matinee.dll", "Matinee.xml"],
            package.Files.Keys.Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.InRange(package.Files.Values.Sum(), 1, 4_000_000);
        Assert.Equal(["net10.0/Matinee.Core.pdb", "net10.0/Matinee.pdb"], package.Symbols);
        // Core is inside, so NuGet does not see what it needs.
        Assert.Empty(ReferencesOf("Matinee.Core").Except(package.Dependencies));
    }

    [Fact]
    public void Readme_Example_Compiles() => Assert.Single(DocumentedExample.AllOf("src/Matinee/README.md")).Compile();

    private static IEnumerable<string> ReferencesOf(string project) =>
        XDocument
            .Load(Path.Combine(TestData.RepositoryRoot(), "src", project, $"{project}.csproj"))
            .Descendants("PackageReference")
            .Select(reference => reference.Attribute("Include")!.Value);
}
