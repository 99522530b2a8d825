using Matinee.Text.Caching;

namespace Matinee.Text.Tests.Caching;

public class CacheFolderTests
{
    [Theory]
    [InlineData("/given", "/xdg", "/given")]
    [InlineData("", "/xdg", "/xdg/matinee")]
    [InlineData(null, "/xdg", "/xdg/matinee")]
    public void Of_Variables_TakesTheFirstThatIsSet(string? given, string? xdg, string expected)
    {
        Assert.Equal(expected, Of(given, xdg));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative")]
    public void Of_NoUsableVariable_IsInTheHome(string? xdg)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        Assert.Equal(Path.Combine(home, ".cache", "matinee"), Of(null, xdg));
    }

    private static string Of(string? given, string? xdg) =>
        CacheFolder.Of(name => name == CacheFolder.Variable ? given : xdg);
}
