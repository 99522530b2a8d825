namespace Matinee.Tests;

/// <summary>The folder with MovieLens data that tests may read, where there is one.</summary>
internal static class TestData
{
    public const string Variable = "MATINEE_TEST_DATA";

    /// <summary>Skips the running test if the data is not there.</summary>
    public static string Folder
    {
        get
        {
            string folder =
                Environment.GetEnvironmentVariable(Variable) ?? Path.Combine(RepositoryRoot(), "..", "shared", "data");
            Assert.SkipUnless(
                Directory.Exists(Path.Combine(folder, "ml-latest-small")),
                $"No MovieLens data in {folder}; set {Variable}."
            );
            return folder;
        }
    }

    public static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Matinee.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
