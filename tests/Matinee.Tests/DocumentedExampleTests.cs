namespace Matinee.Tests;

public sealed class DocumentedExampleTests(LoadedModels models) : IClassFixture<LoadedModels>
{
    [Fact]
    public async Task Readme_InProcessExample_RecommendsMovies()
    {
        string printed = await RunBeside(models.EasePath, DocumentedExample.Using("README.md", "Matinee"));

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

    // The guide speaks of The Matrix, which the small worlds of tests have not.
    [Fact]
    public async Task Guide_InProcessExample_ListsComediesAndWhatIsLikeAMovie()
    {
        string demo = Path.Combine(TestData.RepositoryRoot(), "models", "demo");

        string printed = await RunBeside(demo, DocumentedExample.Using("docs/dotnet.md", "Matinee"));

        MovieRecommender recommender = MovieRecommender.Load(demo);
        string[] lines = [.. printed.Split('\n').Where(line => line.EndsWith(')') || !line.Contains(' '))];
        Assert.Equal(
            10,
            recommender.Movies.Count(movie =>
                movie.Genres.Contains("Comedy")
                && lines.Any(line => line.StartsWith($"{movie.Title} (", StringComparison.Ordinal))
            )
        );
        Assert.Contains(
            recommender.SimilarTo(recommender.FindByTitle("the matrix")[0].Id.Value)[0].Movie.Title,
            printed,
            StringComparison.Ordinal
        );
    }

    /// <summary>Runs it in a folder that has the model where the documents have it.</summary>
    private static async Task<string> RunBeside(string model, DocumentedExample example)
    {
        string folder = Directory.CreateTempSubdirectory("matinee-example-").FullName;
        string before = Environment.CurrentDirectory;
        try
        {
            Copy(model, Path.Combine(folder, "models", "default"));
            Environment.CurrentDirectory = folder;
            return await example.RunAsync();
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Directory.Delete(folder, recursive: true);
        }
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
