namespace Matinee.Tests.Compatibility;

/// <summary>What earlier versions wrote, as it lies in the repository.</summary>
internal static class Fixtures
{
    public static string Path(params string[] names) =>
        System.IO.Path.Combine([TestData.RepositoryRoot(), "tests", "Matinee.Tests", "Compatibility", .. names]);
}
