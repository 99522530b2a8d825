using System.Text.Json;
using Matinee.Api.Serving;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;

namespace Matinee.Api.Tests.Server;

public sealed class ModelFactsTests(ServedBundles bundles) : IDisposable
{
    private readonly string reports = Directory.CreateTempSubdirectory("matinee-report-").FullName;

    public void Dispose() => Directory.Delete(reports, recursive: true);

    [Fact]
    public async Task Model_Catalogue_CountsGenresAndNamesUsersOfDifferentTastes()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);

        JsonElement model = await server.GetAsync("/api/model");

        ModelBundle bundle = bundles.Load();
        JsonElement[] genres = [.. model.GetProperty("genres").EnumerateArray()];
        int[] counts = [.. genres.Select(genre => genre.GetProperty("movies").GetInt32())];
        string most = genres[0].GetProperty("genre").GetString()!;
        Assert.Equal(bundle.Catalog.Movies.Count(movie => movie.Genres.Contains(most)), counts[0]);
        Assert.Equal(counts.OrderDescending(), counts);
        int[] users = [.. model.GetProperty("exampleUsers").EnumerateArray().Select(user => user.GetInt32())];
        Assert.Equal(6, users.Distinct().Count());
        Assert.All(users, user => Assert.InRange(RatingsOf(bundle, user), 30, 300));
        Assert.Equal(users, ExampleUsers.Of(bundle));
    }

    [Fact]
    public async Task Model_ReportOfIt_ShowsItsFigures()
    {
        Write(bundles.Load().Manifest);
        await using TestServer server = await TestServer.StartAsync(
            bundles.Ease,
            options => options with { ReportPath = reports }
        );

        JsonElement evaluation = (await server.GetAsync("/api/model")).GetProperty("evaluation");

        Assert.Equal("user-temporal", evaluation.GetProperty("split").GetString());
        JsonElement figure = evaluation.GetProperty("models")[0].GetProperty("figures")[0];
        Assert.Equal("ndcg", figure.GetProperty("metric").GetString());
        Assert.Equal(10, figure.GetProperty("k").GetInt32());
        Assert.Equal(0.25, figure.GetProperty("value").GetDouble());
        Assert.Equal(0.2, figure.GetProperty("low").GetDouble());
    }

    [Fact]
    public async Task Model_ReportOfOtherDataOrNone_ShowsNothing()
    {
        BundleManifest manifest = bundles.Load().Manifest;
        Assert.Null(PublishedEvaluation.Read(reports, manifest));
        Write(manifest with { Dataset = manifest.Dataset with { Hash = "other" } });
        Assert.Null(PublishedEvaluation.Read(reports, manifest));
        Write(manifest with { Model = "als" });
        Assert.Null(PublishedEvaluation.Read(reports, manifest));

        await File.WriteAllTextAsync(Path.Combine(reports, "metrics.json"), "{ no report");
        await using TestServer server = await TestServer.StartAsync(
            bundles.Ease,
            options => options with { ReportPath = reports }
        );
        Assert.Equal(JsonValueKind.Null, (await server.GetAsync("/api/model")).GetProperty("evaluation").ValueKind);
    }

    private static int RatingsOf(ModelBundle bundle, int user) =>
        bundle.Histories!.TryGet(new UserId(user), out UserHistory? history) ? history.Count : 0;

    private void Write(BundleManifest manifest)
    {
        var report = new EvaluationReport
        {
            MatineeVersion = manifest.MatineeVersion,
            Dataset = new DatasetFacts(manifest.Dataset.Hash, "csv", true, 80, 100, 5_000, 1_000, "user-temporal"),
            Protocol = new ProtocolFacts(ProtocolFacts.FullRanking, 100, 80, 4, "lower movie id first", 1_000, 1),
            Models = [new ModelFigures(manifest.Model, null, 1, [new Figure("ndcg", 10, 0.25, 0.2, 0.3)], [])],
        };
        File.WriteAllText(Path.Combine(reports, "metrics.json"), report.ToJson());
    }
}
