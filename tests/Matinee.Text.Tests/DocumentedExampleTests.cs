using Matinee.Text.Caching;

namespace Matinee.Text.Tests;

// The working directory and the cache's variable are the whole process's.
[Collection(nameof(Alone))]
public class DocumentedExampleTests
{
    [Fact]
    public async Task Guide_Examples_Encode()
    {
        string folder = Directory.CreateTempSubdirectory("matinee-example-").FullName;
        string before = Environment.CurrentDirectory;
        string? cache = Environment.GetEnvironmentVariable(CacheFolder.Variable);
        List<string> printed = [];
        try
        {
            string model = Directory.CreateDirectory(Path.Combine(folder, "models", "arctic")).FullName;
            File.Copy(Encoders.ArcticXsOptions.ModelPath!, Path.Combine(model, "model.onnx"));
            File.Copy(Encoders.ArcticXsOptions.VocabPath!, Path.Combine(model, "vocab.txt"));
            Environment.CurrentDirectory = folder;
            Environment.SetEnvironmentVariable(CacheFolder.Variable, Path.Combine(folder, "cache"));
            foreach (DocumentedExample example in DocumentedExample.AllOf("docs/text.md"))
            {
                printed.Add((await example.RunAsync()).Trim());
            }
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Environment.SetEnvironmentVariable(CacheFolder.Variable, cache);
            Directory.Delete(folder, recursive: true);
        }

        Assert.Equal(["Toy Story (1995): 384 dimensions", "384"], printed);
    }

    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public class Alone;
}
