using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Selection;

namespace Matinee.Core.Tests.Models.Blend;

public class BlendTrainerTests
{
    private static readonly BlendPart Ease = new(EaseModel.ModelKind, [new EaseOptions { Regularization = 5 }]);

    private static BlendOptions Blend(params BlendPart[] parts) => new BlendOptions { Bags = 2 }.Of(parts);

    [Fact]
    public void Train_NoParts_SaysWhereToNameThem()
    {
        var exception = Assert.Throws<MatineeException>(() =>
            BlendTrainer.Train(TinyWorld.Data, new BlendOptions(), new TrainingContext())
        );

        Assert.Contains("parts", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_NothingThatRanks_SaysSo()
    {
        var bias = new BlendPart(BiasModel.ModelKind, [new BiasOptions()]);

        var exception = Assert.Throws<MatineeException>(() =>
            BlendTrainer.Train(TinyWorld.Data, Blend(bias), new TrainingContext())
        );

        Assert.Contains("None of the blend's models ranks movies", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TheSameKindTwice_IsRefused() => Assert.Throws<MatineeException>(() => Blend(Ease, Ease));

    [Fact]
    public void Of_ABlendInABlend_IsRefused() =>
        Assert.Throws<MatineeException>(() => Blend(new BlendPart(BlendTrainer.Kind, [new BlendOptions()])));

    [Fact]
    public void Run_WithValidation_KeepsTheWeightsInTheFinalFit()
    {
        var plan = new TrainingPlan(
            BlendTrainer.Kind,
            [
                Blend(
                    Ease with
                    {
                        Candidates = [new EaseOptions { Regularization = 1e9 }, new EaseOptions { Regularization = 5 }],
                    }
                ),
            ],
            SelectionMetric.Ndcg,
            10,
            FitOn.TrainValidation
        );

        TrainedModel trained = ModelSelection.Run(TinyDataset.Create(), plan, new TrainingContext());

        var model = (BlendModel)trained.Model;
        var chosen = (BlendOptions)trained.Chosen.Options;
        Assert.Equal(chosen.Weights, model.Options.Weights);
        Assert.Contains(chosen.Weights!, weight => weight.Value != 0);
        Assert.NotNull(chosen.NestedNdcg);
        Assert.Equal(((EaseOptions)chosen.Plan[0].Candidates.Single()), ((EaseModel)model.Models[0]).Options);
    }

    [Fact]
    public void Train_FewerPeopleThanThereAre_LearnsFromThose()
    {
        InteractionMatrix ratings = RandomRatings.Create(60, 30, 12, 100, 86_400);
        Movie[] movies = [.. Enumerable.Range(0, 30).Select(n => new Movie { Id = new ItemId(n + 1), Title = $"{n}" })];
        var data = new TrainingData(ratings, new MovieCatalog(movies, movies.Length));
        BlendOptions options = Blend(Ease) with { Bags = 1 };

        IReadOnlyDictionary<string, double> all = Weights(options);

        Assert.Equal(all, Weights(options with { People = 60 }));
        Assert.NotEqual(all, Weights(options with { People = 15 }));

        IReadOnlyDictionary<string, double> Weights(BlendOptions learned) =>
            BlendTrainer.Train(data, learned, new TrainingContext()).Options.Weights!;
    }

    [Fact]
    public void Train_TheSameAgain_TakesItsModelsOver()
    {
        using var folder = new TemporaryFolder();
        var trained = new List<string>();
        ModelKind kind = Counting(trained);
        BlendOptions options = Blend(new BlendPart(kind, [new EaseOptions { Regularization = 5 }]));
        var facts = new Told();
        var context = new TrainingContext { PartsFolder = folder.Path, Progress = facts };

        BlendModel first = BlendTrainer.Train(TinyWorld.Data, options, context);
        int before = trained.Count;
        BlendModel second = BlendTrainer.Train(TinyWorld.Data, options, context);

        Assert.Equal(2, before);
        Assert.Equal(2, trained.Count);
        Assert.Contains(facts.All, fact => fact.Name == TrainingFact.TakenOver);
        UserHistory history = TinyWorld.History(0, 7);
        Assert.Equal(RecommenderContract.Scores(first, history), RecommenderContract.Scores(second, history));
    }

    [Fact]
    public void Train_OtherOptionsSeedOrRatings_TrainsAgain()
    {
        using var folder = new TemporaryFolder();
        var trained = new List<string>();
        ModelKind kind = Counting(trained);
        BlendOptions options = Blend(new BlendPart(kind, [new EaseOptions { Regularization = 5 }]));
        var context = new TrainingContext { PartsFolder = folder.Path };
        BlendTrainer.Train(TinyWorld.Data, options, context);

        BlendTrainer.Train(
            TinyWorld.Data,
            Blend(new BlendPart(kind, [new EaseOptions { Regularization = 6 }])),
            context
        );
        Assert.Equal(4, trained.Count);
        BlendTrainer.Train(TinyWorld.Data, options, context with { Seed = 7 });
        Assert.Equal(6, trained.Count);
        TrainingData fewer = TinyWorld.Data with { Ratings = TinyWorld.Ratings.Where(rating => rating > 2) };
        BlendTrainer.Train(fewer, options, context);
        Assert.Equal(8, trained.Count);
    }

    [Fact]
    public void Train_DamagedPart_TrainsItAgain()
    {
        using var folder = new TemporaryFolder();
        var trained = new List<string>();
        BlendOptions options = Blend(new BlendPart(Counting(trained), [new EaseOptions { Regularization = 5 }]));
        var context = new TrainingContext { PartsFolder = folder.Path };
        BlendTrainer.Train(TinyWorld.Data, options, context);
        foreach (string file in Directory.GetFiles(folder.Path, "*.safetensors", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, "torn");
        }

        BlendTrainer.Train(TinyWorld.Data, options, context);

        Assert.Equal(4, trained.Count);
    }

    [Fact]
    public void Train_OlderBlendOfTheSameData_TakesItsModelsOver()
    {
        var trained = new List<string>();
        BlendOptions options = Blend(new BlendPart(Counting(trained), [new EaseOptions { Regularization = 5 }]));
        BlendModel older = BlendTrainer.Train(TinyWorld.Data, options, new TrainingContext());
        var start = new WarmStart(older, TinyWorld.Catalog.Items, new("", ""));

        BlendTrainer.Train(TinyWorld.Data, older.Options, new TrainingContext { Start = start });

        // Two for the older one; the final fit of the newer one is the older one's.
        Assert.Equal(2, trained.Count);
    }

    private static ModelKind Counting(List<string> trained) =>
        new ModelKind<EaseOptions>(
            "ease",
            () => ModelJson.Default.EaseOptions,
            (data, options, context) =>
            {
                trained.Add(options.ToString());
                return EaseTrainer.Train(data.Ratings, options, context);
            },
            reader => EaseModel.ModelKind.Load(reader)
        );

    private sealed class Told : IProgress<TrainingProgress>
    {
        public List<TrainingFact> All { get; } = [];

        public void Report(TrainingProgress value)
        {
            if (value.Fact is { } fact)
            {
                All.Add(fact);
            }
        }
    }
}
