namespace Matinee.Tests;

public sealed class DocumentedExampleTests(LoadedModels models) : IClassFixture<LoadedModels>
{
    [Fact]
    public async Task Readme_InProcessExample_RecommendsMovies()
    {
        string folder = Directory.CreateTempSubdirectory("matinee-example-").FullName;
        string before = Environment.CurrentDirectory;
        string printed;
        try
        {
            Copy(models.EasePath, Path.Combine(folder, "models", "default"));
            Environment.CurrentDirectory = folder;
            printed = await ReadmeExample.Using("README.md", "Matinee").RunAsync();
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Directory.Delete(folder, recursive: true);
        }

        string[] lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.All(
            lines,
            line =>
                Assert.Contains(
                    models.Ease.Movies,
                    movie => line.Contains($" {movie.Title}: ", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Guide_InProcessExamples_Compile()
    {
        ReadmeExample[] examples =
        [
            .. ReadmeExample
                .AllOf("docs/dotnet.md")
                .Where(example => example.Code.Contains("using Matinee;", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(examples);
        Assert.All(examples, example => example.Compile());
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
