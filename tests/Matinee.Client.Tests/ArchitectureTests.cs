namespace Matinee.Client.Tests;

public class ArchitectureTests
{
    [Fact]
    public void Client_References_NoOtherPartOfTheHouse() =>
        Assert.DoesNotContain(
            typeof(MatineeClient).Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith("Matinee", StringComparison.Ordinal)
        );
}
