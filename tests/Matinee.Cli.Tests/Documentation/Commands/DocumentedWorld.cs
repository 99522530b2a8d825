using System.Text.Json;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;

namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>A folder with what the documents speak of, under the names they use: demo data in place of MovieLens's.</summary>
public sealed class DocumentedWorld : IAsyncLifetime
{
    private readonly Workspace workspace = new();
    private string key = "";
    private string keyId = "";

    /// <summary>Types commands in a copy of this world, and hands back what did not work.</summary>
    internal async Task<IReadOnlyList<string>> TypeAsync(IReadOnlyList<DocumentedCommand> commands)
    {
        using var copy = new Workspace();
        Copy(workspace.Root, copy.Root);
        if (commands.Any(command => command.Text.Contains("models/demo", StringComparison.Ordinal)))
        {
            Copy(Path.Combine(TestData.RepositoryRoot(), "models", "demo"), copy.Path("models/demo"));
        }

        await using var session = new TypedSession(copy.Root)
        {
            Meant =
            {
                ["https://models.example/matinee"] = "models/registry",
                ["matinee_…"] = key,
                ["0123456789abcdef"] = keyId,
                ["8080"] = $"{FreePort.Find()}",
            },
        };
        foreach (DocumentedCommand command in commands)
        {
            await session.TypeAsync(command);
        }

        return session.Problems;
    }

    public async ValueTask InitializeAsync()
    {
        await RunAsync("demo --output-dir data/raw/ml-latest-small --users 80 --ratings 4000");
        RawExamples.Renumber(workspace.Path("data/raw/ml-latest-small"));
        await RunAsync("preprocess --data-dir data/raw/ml-latest-small --output-dir data/processed");
        workspace.Write("ease.yaml", "model: ease\nmodel_params:\n  regularization: 50\n");
        await RunAsync("train --data-dir data/processed --config-path ease.yaml --output-dir models/default");
        Movie[] movies = [.. ModelBundle.ReadCatalog(workspace.Path("models/default")).Movies];
        foreach (string name in new[] { "fm", "hybrid" })
        {
            await RunAsync($"train --data-dir data/processed --config-path ease.yaml --output-dir models/{name}");
        }

        await RunAsync(
            "models build large --dataset data/raw/ml-latest-small --config-path configs/popularity.yaml --name small-ml-32m "
                + "--registry models/registry --work-dir data/models"
        );
        Copy(workspace.Path("data/raw/ml-latest-small"), workspace.Path("data/raw/demo"));
        RawExamples.Write(workspace, workspace.Path("data/raw/ml-latest-small"), movies);
        ExportExamples.Write(workspace, movies);
        workspace.Write(
            "my.yaml",
            "model: als\nmodel_params:\n  factors: { from: 4, to: 64, scale: log }\n  iterations: 1\n"
        );
        await FillStoreAsync(movies);
    }

    public ValueTask DisposeAsync()
    {
        workspace.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Copy(string folder, string to)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // People who rated, the first of them with the id 1000000, and a key.
    private async Task FillStoreAsync(Movie[] movies)
    {
        await using (var session = new TypedSession(workspace.Root))
        {
            for (int person = 0; person < 3; person++)
            {
                string ratings = JsonSerializer.Serialize(
                    movies
                        .Skip(person)
                        .Take(20)
                        .Select((movie, at) => new { movieId = movie.Id.Value, rating = 2.5 + (at % 6 * 0.5) })
                );
                string[] post =
                [
                    "curl",
                    "localhost:3000/api/users",
                    "-H",
                    "content-type: application/json",
                    "-d",
                    $$"""{ "ratings": {{ratings}} }""",
                ];
                await session.TypeAsync(new DocumentedCommand("", 0, post));
            }

            Assert.Empty(session.Problems);
        }

        CliResult made = await RunAsync("keys create --scope admin --name example --store data/matinee.db");
        key = made.Out.Trim();
        keyId = made.Error.Split(' ')[1];
    }

    // By absolute paths, so that the working folder does not matter.
    private async Task<CliResult> RunAsync(string command) =>
        (
            await Workspace.RunAsync([
                .. command
                    .Split(' ')
                    .Select(word =>
                        !word.StartsWith("configs/", StringComparison.Ordinal) && word.AsSpan().ContainsAny('/', '.')
                            ? workspace.Path(word)
                            : word
                    ),
            ])
        ).Succeeded();
}
