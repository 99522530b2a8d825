using System.Text.Json;
using Matinee.Cli.Commands;
using Matinee.Cli.Configuration;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking;
using Spectre.Console;

namespace Matinee.Cli.Tests.Commands;

/// <summary>Recommendations of a small network that has to trust what movies say.</summary>
public sealed class RecommendTextsTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>
{
    private static readonly SemaphoreSlim s_training = new(1);

    [Fact]
    public async Task Recommend_Json_NamesTextsThatTheMovieHas()
    {
        using JsonDocument json = JsonDocument.Parse((await Recommend("--format", "json")).Out);

        JsonElement[] movies = [.. json.RootElement.GetProperty("recommendations").EnumerateArray()];
        JsonElement[] explained = [.. movies.Where(movie => movie.TryGetProperty("texts", out _))];
        Assert.NotEmpty(explained);
        int tags = 0;
        foreach (JsonElement movie in explained)
        {
            JsonElement texts = movie.GetProperty("texts");
            Assert.InRange(texts.GetProperty("share").GetDouble(), 0.1, 1);
            Assert.StartsWith("because of the ", texts.GetProperty("text").GetString(), StringComparison.Ordinal);
            JsonElement[] named = [.. texts.GetProperty("named").EnumerateArray()];
            Assert.InRange(named.Length, 1, 3);
            Assert.InRange(named.Sum(text => text.GetProperty("part").GetDouble()), 0.1, 1.001);
            Assert.InRange(named.Sum(text => text.GetProperty("attention").GetDouble()), 0.001, 1.001);
            foreach (JsonElement text in named.Where(text => text.GetProperty("kind").GetString() == "tag"))
            {
                Assert.Contains(text.GetProperty("text").GetString()!, TagsOf(movie.GetProperty("id").GetInt32()));
                tags++;
            }
        }

        Assert.InRange(tags, 1, int.MaxValue);
    }

    [Fact]
    public async Task Recommend_Table_NamesTextsBesideARatedMovie() =>
        Assert.Matches(@"★\d\.\d +│ \d\.\d │\n│ +│ +│ the tags? ", (await Recommend()).Out);

    [Fact]
    public async Task WriteTable_EightyColumns_HoldsTexts()
    {
        ModelBundle bundle = ModelBundle.Load(await Model(), KnownModels.Kinds);
        Assert.True(bundle.Histories!.TryGet(new UserId(1), out UserHistory? history));
        Recommendation[] list = bundle.Recommender().Recommend(history, new RecommendationRequest { Count = 10 });
        Explanation[] explanations = bundle.Explainer().Explain(history, [.. list.Select(movie => movie.Item)]);
        using var writer = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 80;

        RecommendationView.WriteTable(console, bundle, history, list, explanations, userId: 1);

        string table = writer.ToString();
        Assert.Contains("│ the tag", table, StringComparison.Ordinal);
        Assert.All(
            table.Split('\n').Where(line => line.StartsWith('│')),
            line => Assert.Equal(80, line.TrimEnd().Length)
        );
    }

    [Fact]
    public async Task Recommend_ExplainedCsv_SaysTextsLast() =>
        Assert.Matches(
            "; because of the tags? [^;]+$",
            (await Recommend("--format", "csv", "--explain")).Out.TrimEnd()
        );

    private async Task<CliResult> Recommend(params string[] more)
    {
        string model = await Model();
        string[] arguments = ["recommend", "--model-path", model, "--user-id", "1", .. more];
        return (await Workspace.RunAsync(arguments)).Succeeded();
    }

    private async Task<string> Model()
    {
        string model = trained.Workspace.Path("hybrid");
        await s_training.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!Directory.Exists(model))
            {
                await Train(model);
            }
        }
        finally
        {
            s_training.Release();
        }

        return model;
    }

    private async Task Train(string model)
    {
        // A thousand ratings before a movie's own embedding counts as much as its texts.
        string config = trained.Workspace.Write(
            "hybrid.yaml",
            """
            model: hybrid
            n_epochs: 12
            batch_size: 20
            valid_ratio: 0
            early_stopping_patience: 0
            model_params:
              n_factors: 8
              ranking_factors: 16
              key_dimension: 4
              content_factors: 16
              hidden_units: 8
              text_prior: 1000
              content_learning_rate: 0.02
            llm_params:
              max_tags: 6
            """
        );
        string[] arguments =
        [
            "train",
            "--data-dir",
            trained.Data,
            "--config-path",
            config,
            "--output-dir",
            model,
            "--threads",
            "1",
        ];
        using var run = new ProgramRun(trained.Workspace.Root, arguments);
        (await run.FinishAsync()).Succeeded();
    }

    private HashSet<string> TagsOf(int movie) =>
        [
            .. File.ReadLines(Path.Combine(trained.Raw, "tags.csv"))
                .Skip(1)
                .Select(line => line.Split(','))
                .Where(cells => cells[1] == $"{movie}")
                .Select(cells => cells[2]),
        ];
}
