namespace Matinee.Tests;

public class ArchitectureTests
{
    [Fact]
    public void Engine_References_CoreAlone() =>
        Assert.Equal(
            ["Matinee.Core"],
            typeof(MovieRecommender)
                .Assembly.GetReferencedAssemblies()
                .Select(assembly => assembly.Name!)
                .Where(name => name.StartsWith("Matinee", StringComparison.Ordinal))
        );
}
