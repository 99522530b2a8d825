using Matinee.Tests.Packages;

namespace Matinee.Client.Tests;

public class PackageTests
{
    [Fact]
    public async Task Pack_Client_HoldsItselfAlone()
    {
        PackedProject package = await PackedProject.PackAsync("Matinee.Client");

        Assert.Equal("MIT", package.Facts["license"]);
        Assert.Equal("README.md", package.Facts["readme"]);
        Assert.Equal(["Microsoft.Extensions.Http"], package.Dependencies);
        Assert.Equal(
            ["net10.0/Matinee.Client.dll", "net10.0/Matinee.Client.xml"],
            package.Files.Keys.Order(StringComparer.Ordinal)
        );
        Assert.InRange(package.Files.Values.Sum(), 1, 2_000_000);
        Assert.Equal(["net10.0/Matinee.Client.pdb"], package.Symbols);
    }

    [Fact]
    public void Readme_Example_Compiles() =>
        Assert.Single(DocumentedExample.AllOf("src/Matinee.Client/README.md")).Compile();
}
