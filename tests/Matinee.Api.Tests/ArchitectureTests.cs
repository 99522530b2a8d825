using System.Text.Json;

namespace Matinee.Api.Tests;

public class ArchitectureTests
{
    [Theory]
    [InlineData("torch")]
    [InlineData("duckdb")]
    [InlineData("matinee.data")]
    [InlineData("matinee.neural")]
    public void ServerDependencies_Listed_LeaveTrainingOut(string unwanted)
    {
        string file = Path.Combine(AppContext.BaseDirectory, "Matinee.Api.deps.json");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
        string[] libraries = [.. json.RootElement.GetProperty("libraries").EnumerateObject().Select(one => one.Name)];

        Assert.Contains(libraries, name => name.StartsWith("Matinee.Core/", StringComparison.Ordinal));
        Assert.DoesNotContain(libraries, name => name.Contains(unwanted, StringComparison.OrdinalIgnoreCase));
    }
}
