using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Selection;
using Matinee.Core.Ranking;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Artifacts;

public class ModelBundleTests
{
    [Fact]
    public void Write_ThenLoad_RecommendsTheSame()
    {
        using var root = new TemporaryFolder();
        ModelBundle bundle = Train();
        bundle.Write(root.File("model"));

        ModelBundle loaded = ModelBundle.Load(root.File("model"), ModelKinds.Core);

        UserHistory history = TinyWorld.History(5, 6);
        var request = new RecommendationRequest { Count = 4 };
        Assert.Equal(
            bundle.Recommender().Recommend(history, request),
            loaded.Recommender().Recommend(history, request)
        );
        Movie movie = loaded.Catalog[new ItemIndex(7)];
        Assert.Equal((new ItemId(107), "Movie 7 (2007)", 2007), (movie.Id, movie.Title, movie.Year));
        Assert.Equal(["Drama", "War"], movie.Genres);
        Assert.Equal("train+validation", loaded.Manifest.FittedOn);
        Assert.Equal(38, loaded.Manifest.Dataset.FittedRatings);
        Assert.Equal(2, loaded.Manifest.Selection?.Trials.Count);
    }

    [Fact]
    public void Histories_UserWithHeldOutRatings_HasThemAllAndNoTrainingRow()
    {
        BundleHistories histories = Train().Histories!;

        Assert.True(histories.TryGet(new UserId(1), out UserHistory? history));
        Assert.Equal(TinyWorld.Ratings.RowColumns(0).ToArray(), history.Items.ToArray());
        Assert.Null(history.Row);
        Assert.False(histories.TryGet(new UserId(99), out _));
    }

    [Fact]
    public void Histories_ModelFittedOnAll_KeepsTheTrainingRow()
    {
        BundleHistories histories = Train(FitOn.All).Histories!;

        Assert.True(histories.TryGet(new UserId(3), out UserHistory? history));
        Assert.Equal(new UserIndex(2), history.Row);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public async Task LoadForServing_ChangedHistories_AreFoundAtOnceOrByTheLaterCheck(long laterFrom)
    {
        using var root = new TemporaryFolder();
        Train().Write(root.File("model"));
        string file = Path.Combine(root.File("model"), BundleHistories.Folder, "histories.safetensors");
        byte[] bytes = File.ReadAllBytes(file);
        await ModelBundle.LoadForServing(root.File("model"), ModelKinds.Core, laterFrom).CheckHistoriesAsync();
        // The last rating's last byte: sizes still fit.
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);

        var error = await Assert.ThrowsAsync<MatineeException>(() =>
            ModelBundle.LoadForServing(root.File("model"), ModelKinds.Core, laterFrom).CheckHistoriesAsync()
        );

        Assert.Contains("was changed or damaged", error.Message, StringComparison.Ordinal);
        if (laterFrom == 1)
        {
            Assert.NotNull(ModelBundle.LoadForServing(root.File("model"), ModelKinds.Core, laterFrom).Histories);
        }
        else
        {
            Assert.Throws<MatineeException>(() =>
                ModelBundle.LoadForServing(root.File("model"), ModelKinds.Core, laterFrom)
            );
        }
    }

    [Fact]
    public void Load_WithoutHistories_StillRecommends()
    {
        using var root = new TemporaryFolder();
        Train().Write(root.File("model"));
        Directory.Delete(root.File("model/histories"), recursive: true);

        ModelBundle loaded = ModelBundle.Load(root.File("model"), ModelKinds.Core);

        Assert.Null(loaded.Histories);
        Assert.NotEmpty(loaded.Recommender().Recommend(TinyWorld.History(1), new RecommendationRequest()));
    }

    [Fact]
    public void Forecast_ModelOfLevels_GivesThemAll()
    {
        RatingForecast forecast = new TinyForecaster()
            .Bundle(TinyDataset.Create())
            .Forecast(TinyWorld.History(1), new ItemIndex(2))!;

        Assert.Equal(4.125f, forecast.Prediction.Mean);
        Assert.Equal([new(2, 0.125f), new(3, 0.125f), new(4, 0.25f), new LevelProbability(5, 0.5f)], forecast.Levels);
    }

    [Fact]
    public void Forecast_ModelThatOnlyRanks_IsTheBaselinesMean()
    {
        ModelBundle bundle = Train();
        UserHistory history = TinyWorld.History(1);
        var expected = new RatingPrediction[1];
        bundle.Bias.Predict(history, [2], expected);

        RatingForecast forecast = bundle.Forecast(history, new ItemIndex(2))!;

        Assert.Equal(expected[0], forecast.Prediction);
        Assert.Null(forecast.Levels);
        Assert.Null(bundle.Forecast(history, new ItemIndex(TinyWorld.Items)));
    }

    [Theory]
    [InlineData("components/ease/tensors.safetensors")]
    [InlineData("catalog.jsonl")]
    [InlineData("components/bias/options.json")]
    public void Load_ChangedFile_NamesIt(string name)
    {
        using var root = new TemporaryFolder();
        Train().Write(root.File("model"));
        string path = Path.Combine(root.File("model"), name);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        var error = Assert.Throws<MatineeException>(() => ModelBundle.Load(root.File("model"), ModelKinds.Core));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MissingFile_NamesIt()
    {
        using var root = new TemporaryFolder();
        Train().Write(root.File("model"));
        File.Delete(root.File("model/catalog.jsonl"));

        var error = Assert.Throws<MatineeException>(() => ModelBundle.Load(root.File("model"), ModelKinds.Core));

        Assert.Contains("catalog.jsonl is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NewerSchema_SaysUpdate()
    {
        using var root = new TemporaryFolder();
        Train().Write(root.File("model"));
        string path = root.File("model/manifest.json");
        string json = File.ReadAllText(path)
            .Replace("\"schemaVersion\": 1", "\"schemaVersion\": 99", StringComparison.Ordinal);
        File.WriteAllText(path, json);

        var error = Assert.Throws<MatineeException>(() => ModelBundle.Load(root.File("model"), ModelKinds.Core));

        Assert.Contains("Update Matinee", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"schemaVersion":1}""")]
    [InlineData("""{"schemaVersion":"one"}""")]
    public void Load_BrokenManifest_SaysSo(string json)
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(root.File("model"));
        File.WriteAllText(root.File("model/manifest.json"), json);

        var error = Assert.Throws<MatineeException>(() => ModelBundle.Load(root.File("model"), ModelKinds.Core));

        Assert.Contains("manifest", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataset")]
    [InlineData("files")]
    public void Load_ManifestMemberIsNull_SaysSo(string member)
    {
        using var root = new TemporaryFolder();
        Train().Write(root.File("model"));
        string path = root.File("model/manifest.json");
        var json = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(path))!;
        json[member] = null;
        File.WriteAllText(path, json.ToJsonString());

        var error = Assert.Throws<MatineeException>(() => ModelBundle.Load(root.File("model"), ModelKinds.Core));

        Assert.Contains("manifest", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoModelThere_NamesThoseBesideItAndSaysHowToTrainOne()
    {
        using var root = new TemporaryFolder();
        Train().Write(root.File("one"));
        Directory.CreateDirectory(root.File("no model"));

        string alone = Message(root.File("one/none"));
        string beside = Message(root.File("none"));
        Train().Write(root.File("two"));
        string both = Message(root.File("none"));

        Assert.EndsWith(
            " does not exist. Train one with 'matinee train', or pass --model-path.",
            alone,
            StringComparison.Ordinal
        );
        Assert.Contains($"There is {root.File("one")}. Train", beside, StringComparison.Ordinal);
        Assert.Contains($"There are {root.File("one")} and {root.File("two")}. Train", both, StringComparison.Ordinal);

        static string Message(string path) =>
            Assert.Throws<MatineeException>(() => ModelBundle.Load(path, ModelKinds.Core)).Message;
    }

    [Fact]
    public void Load_UnknownKind_SaysWhichAreKnown()
    {
        using var root = new TemporaryFolder();
        Train().Write(root.File("model"));

        var error = Assert.Throws<MatineeException>(() => ModelBundle.Load(root.File("model"), new ModelKinds([])));

        Assert.Contains("'ease'", error.Message, StringComparison.Ordinal);
    }

    private static ModelBundle Train(FitOn fitOn = FitOn.TrainValidation) => TinyBundle.Train(fitOn);
}
