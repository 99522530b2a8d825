using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models;

public class ExactAlsModelTests : PersonalRecommenderContract
{
    private protected override ModelKind Kind => ImplicitAlsModel.ModelKind;
    private protected override object Options => Tiny;

    private static ImplicitAlsOptions Tiny => new() { Factors = 5, Iterations = 10 };

    [Fact]
    public void Train_EveryIteration_LowersTheLoss()
    {
        double[] losses = Losses(Tiny);

        Assert.Equal(10, losses.Length);
        Assert.All(losses.Zip(losses.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1e-5));
    }

    [Theory]
    [InlineData(AlsWeighting.None, true)]
    [InlineData(AlsWeighting.Bm25, true)]
    [InlineData(AlsWeighting.None, false)]
    [InlineData(AlsWeighting.Bm25, false)]
    public void Solve_ReturnedLoss_EqualsTheObjectiveOverEveryCell(AlsWeighting weighting, bool exactly)
    {
        ImplicitAlsOptions options = Tiny with { Weighting = weighting, FrequencyExponent = 0.5 };
        InteractionMatrix matrix = TinyWorld.Ratings;
        InteractionMatrix byItem = matrix.Transpose();
        Bm25Weighting? bm25 = weighting == AlsWeighting.Bm25 ? Bm25Weighting.Fit(byItem, 1.2, 0.75) : null;
        (float[]? byUser, float[]? byItems, _) = AlsWeights.Of(matrix, byItem, bm25);
        FactorKernels kernels = FactorKernels.For(VectorWidths.Widest);
        var users = new AlsSide(matrix, byUser, RandomFactors(matrix.RowCount, 1), options);
        var items = new AlsSide(byItem, byItems, RandomFactors(matrix.ColumnCount, 2), options);

        double fast = items.Solve(users.Factors, options, kernels, new ParallelOptions(), exactly) + users.Penalty();

        double slow = SlowAls.Loss(matrix, byUser ?? AlsWeights.Ones(matrix), users.Factors, items.Factors, options);
        Assert.Equal(slow, fast, 1e-3);
    }

    [Fact]
    public void Train_Metadata_IsThatOfPeopleWhoRatedWhatTheMoviesShare()
    {
        // A weight of one: as if the comedies, the dramas and so on each had been rated by one more person.
        InteractionMatrix stacked = MetadataRows.Below(
            TinyWorld.Ratings,
            MetadataRows.OfGenresAndYears(TinyWorld.Ratings, TinyWorld.Catalog.Movies)
        );
        ImplicitAlsModel expected = ImplicitAlsTrainer.Train(stacked, Tiny, new TrainingContext());

        ImplicitAlsModel model = ImplicitAlsTrainer.Train(
            TinyWorld.Ratings,
            Tiny with
            {
                MetadataWeight = 1,
            },
            new TrainingContext(),
            movies: TinyWorld.Catalog.Movies
        );

        Assert.True(stacked.RowCount > TinyWorld.Users);
        for (int item = 0; item < TinyWorld.Items; item++)
        {
            Assert.Equal(expected.ItemFactors(new ItemIndex(item)), model.ItemFactors(new ItemIndex(item)));
        }
    }

    [Fact]
    public void Scale_MetadataOfWeight3_ScalesItsEntriesOnBothSides()
    {
        // Person 0 rated movies 0 and 1, the metadata's row 1 is of movie 1.
        var train = new InteractionMatrix([0, 2, 3], [0, 1, 1], new float[3], new long[3], 2);
        float[] byUser = [1, 2, 4];
        float[] byItem = [1, 2, 4];

        AlsWeights.Scale(train, train.Transpose(), byUser, byItem, first: 1, factor: 3);

        Assert.Equal([1, 2, 12], byUser);
        Assert.Equal([1, 2, 12], byItem);
    }

    [Fact]
    public void Train_MetadataWithoutMovies_SaysSo() =>
        Assert.Throws<ArgumentNullException>(() =>
            ImplicitAlsTrainer.Train(TinyWorld.Ratings, Tiny with { MetadataWeight = 1 }, new TrainingContext())
        );

    [Fact]
    public void Solve_OneUserOneItem_MatchesTheHandWorkedSolution()
    {
        // One factor y = 2, one entry: (y² + α₀ y² + λ (1 + α₀)^ν) x = y with α₀ = 0.5, λ = 0.1, ν = 1:
        // (4 + 2 + 0.15) x = 2.
        var matrix = new InteractionMatrix([0, 1], [0], [5], [1], 1);
        var options = new ImplicitAlsOptions
        {
            Factors = 1,
            UnobservedWeight = 0.5,
            Regularization = 0.1,
        };
        FactorMatrix items = FactorMatrix.From([2], 1, 1);
        var users = new AlsSide(matrix, [1], new FactorMatrix(1, 1), options);

        users.Solve(items, options, FactorKernels.For(VectorWidths.Widest), new ParallelOptions(), exactly: true);

        Assert.Equal(2 / 6.15, users.Factors[0][0], 1e-6);
    }

    [Fact]
    public void Contributions_OneFactor_MatchTheHandWorkedParts()
    {
        // y = 2, 1 and −1; the first two are rated. A = 4 + 1 + 0.5 (4 + 1 + 1) + 0.1 (2 + 0.5 · 3) = 8.35, and the parts of
        // the third's score are y₂ y₀ / A and y₂ y₁ / A.
        var options = new ImplicitAlsOptions
        {
            Factors = 1,
            UnobservedWeight = 0.5,
            Regularization = 0.1,
        };
        var model = new ImplicitAlsModel(options, FactorMatrix.From([2, 1, -1], 3, 1), null, 1);

        float[] parts = Contributions(model, TinyWorld.History(0, 1), 2);

        Assert.Equal(-2 / 8.35, parts[0], 1e-6);
        Assert.Equal(-1 / 8.35, parts[1], 1e-6);
    }

    [Fact]
    public void Contributions_OneFactorPerTaste_AreLargestForMoviesOfTheSameTaste()
    {
        var model = (IExplainer)Kind.Train(TinyWorld.Data, Tiny with { Factors = 2 }, new TrainingContext());

        float[] contributions = Contributions(model, TinyWorld.History(1, 2, 6), 3);

        Assert.True(Math.Min(contributions[0], contributions[1]) > contributions[2] + 0.01f);
    }

    [Fact]
    public void Contributions_MovieRemoved_DropByWhatTheOthersDoNotPredict()
    {
        // ν = 0: the penalty does not depend on the history's length.
        var model = (IExplainer)
            Kind.Train(
                TinyWorld.Data,
                Tiny with
                {
                    FrequencyExponent = 0,
                    Regularization = 0.5,
                },
                new TrainingContext()
            );
        int[] rated = [0, 1, 3, 7];
        UserHistory history = TinyWorld.History(rated);
        float[] before = Scores(model, history);

        for (int n = 0; n < rated.Length; n++)
        {
            float[] after = Scores(model, history.Without(new ItemIndex(rated[n])));
            for (int item = 0; item < model.ItemCount; item++)
            {
                float part = Contributions(model, history, item)[n];
                Assert.Equal(before[item] - after[item], part * (1 - after[rated[n]]), 1e-4f);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(100)]
    public void Solve_AnyNumberOfFactors_EqualsTheSlowTwin(int factors)
    {
        InteractionMatrix matrix = RandomMatrix(30, 50, 0.2);
        var options = new ImplicitAlsOptions { Factors = factors, Regularization = 0.05 };
        FactorMatrix items = RandomFactors(50, 3, factors);
        float[] weights = [.. Enumerable.Range(0, matrix.EntryCount).Select(n => 0.5f + (n % 5))];
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            var users = new AlsSide(matrix, weights, new FactorMatrix(30, factors), options);

            users.Solve(items, options, FactorKernels.For(width), new ParallelOptions(), exactly: true);

            for (int user = 0; user < 30; user++)
            {
                double[] expected = SlowAls.Solve(matrix, weights, user, items, options);
                Assert.All(
                    expected.Zip(users.Factors[user].ToArray()),
                    pair => Assert.Equal(pair.First, pair.Second, 2e-4)
                );
            }
        }
    }

    [Fact]
    public void Solve_ManyConjugateGradientSteps_ReachTheExactSolution()
    {
        InteractionMatrix matrix = RandomMatrix(30, 50, 0.2);
        var options = new ImplicitAlsOptions
        {
            Factors = 12,
            Regularization = 0.05,
            Solver = AlsSolver.ConjugateGradient,
            ConjugateGradientSteps = 60,
        };
        var weights = new float[matrix.EntryCount];
        weights.AsSpan().Fill(1);
        FactorMatrix items = RandomFactors(50, 3, 12);
        FactorKernels kernels = FactorKernels.For(VectorWidths.Widest);
        var exact = new AlsSide(matrix, weights, new FactorMatrix(30, 12), options);
        var improved = new AlsSide(matrix, weights, new FactorMatrix(30, 12), options);

        exact.Solve(items, options, kernels, new ParallelOptions(), exactly: true);
        improved.Solve(items, options, kernels, new ParallelOptions(), exactly: false);

        for (int user = 0; user < 30; user++)
        {
            Assert.All(
                exact.Factors[user].ToArray().Zip(improved.Factors[user].ToArray()),
                pair => Assert.Equal(pair.First, pair.Second, 1e-3f)
            );
        }
    }

    [Fact]
    public void Train_FromAnOlderModel_StartsWithALowerLoss()
    {
        ImplicitAlsModel older = ImplicitAlsTrainer.Train(TinyWorld.Ratings, Tiny, new TrainingContext());
        var start = new WarmStart(older, TinyWorld.Catalog.Items, new BundleOrigin("tiny", "train+validation"));

        double afresh = Losses(Tiny)[0];
        double warm = Losses(Tiny, start)[0];

        Assert.True(warm < afresh * 0.99, $"{warm} against {afresh}");
    }

    [Fact]
    public void Train_FromAnOlderModelOfOtherItems_MatchesThemById()
    {
        ImplicitAlsModel older = ImplicitAlsTrainer.Train(TinyWorld.Ratings, Tiny, new TrainingContext());
        int[] ids = [.. TinyWorld.Catalog.Items.IdByIndex.ToArray().Reverse()];
        var factors = new FactorMatrix(3, 5);

        new ImplicitAlsStart(older, new ItemMap(ids)).CopyTo(factors, new ItemMap([100, 999, 109]));

        Assert.Equal(older.ItemFactors(new ItemIndex(9)).ToArray(), factors[0].ToArray());
        Assert.Equal(new float[5], factors[1].ToArray());
        Assert.Equal(older.ItemFactors(new ItemIndex(0)).ToArray(), factors[2].ToArray());
    }

    [Fact]
    public void Train_FromAModelOfAnotherKindOrSize_SaysWhy()
    {
        ImplicitAlsModel older = ImplicitAlsTrainer.Train(TinyWorld.Ratings, Tiny, new TrainingContext());

        var error = Assert.Throws<MatineeException>(() =>
            Losses(
                Tiny with
                {
                    Factors = 6,
                },
                new WarmStart(older, TinyWorld.Catalog.Items, new BundleOrigin("tiny", "train+validation"))
            )
        );

        Assert.Contains("same number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_UserAndItemWithoutRatings_StaysFinite()
    {
        var matrix = new InteractionMatrix([0, 2, 2], [0, 1], [5, 4], [1, 2], 3);

        ImplicitAlsModel model = ImplicitAlsTrainer.Train(matrix, Tiny, new TrainingContext());

        Assert.All(Scores(model, matrix.History(new UserIndex(1))), score => Assert.Equal(0, score));
        Assert.True(Scores(model, matrix.History(new UserIndex(0)))[0] > 0.3f);
    }

    [Theory]
    [InlineData("factors", 0)]
    [InlineData("iterations", 0)]
    [InlineData("regularization", 0)]
    [InlineData("unobserved_weight", 0)]
    [InlineData("frequency_exponent", 2)]
    [InlineData("conjugate_gradient_steps", 0)]
    public void Validate_OutOfRange_NamesTheKey(string key, double value)
    {
        ImplicitAlsOptions options = key switch
        {
            "factors" => new() { Factors = (int)value },
            "iterations" => new() { Iterations = (int)value },
            "regularization" => new() { Regularization = value },
            "unobserved_weight" => new() { UnobservedWeight = value },
            "frequency_exponent" => new() { FrequencyExponent = value },
            _ => new() { ConjugateGradientSteps = (int)value },
        };

        var error = Assert.Throws<MatineeException>(() => options.Validate());

        Assert.StartsWith(key, error.Message, StringComparison.Ordinal);
    }

    private static double[] Losses(ImplicitAlsOptions options, WarmStart? start = null)
    {
        var losses = new List<double>();
        var context = new TrainingContext { Start = start, Progress = new Recorder(losses) };
        ImplicitAlsModel.ModelKind.Train(TinyWorld.Data, options, context);
        return [.. losses];
    }

    private static FactorMatrix RandomFactors(int rows, long stream, int factors = 5)
    {
        var random = new CounterRandom(9, stream);
        float[] values = [.. Enumerable.Range(0, rows * factors).Select(n => (float)random.Normal(n) * 0.4f)];
        return FactorMatrix.From(values, rows, factors);
    }

    private static InteractionMatrix RandomMatrix(int users, int items, double share)
    {
        var random = new CounterRandom(4, 4);
        int[] cells = [.. Enumerable.Range(0, users * items).Where(cell => random.Uniform(cell) < share)];
        var columns = new RatingColumns(
            [.. cells.Select(cell => cell / items)],
            [.. cells.Select(cell => cell % items)],
            new float[cells.Length],
            new long[cells.Length],
            new SplitPart[cells.Length]
        );
        return InteractionMatrix.FromRatings(columns, users, items, _ => true);
    }

    private sealed class Recorder(List<double> losses) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => losses.Add(value.Loss!.Value);
    }
}

public class ConjugateGradientAlsModelTests : PersonalRecommenderContract
{
    private protected override ModelKind Kind => ImplicitAlsModel.ModelKind;
    private protected override object Options =>
        new ImplicitAlsOptions
        {
            Factors = 5,
            Iterations = 10,
            Solver = AlsSolver.ConjugateGradient,
        };
}

public class Bm25AlsModelTests : PersonalRecommenderContract
{
    private protected override ModelKind Kind => ImplicitAlsModel.ModelKind;
    private protected override object Options =>
        new ImplicitAlsOptions
        {
            Factors = 5,
            Iterations = 10,
            Weighting = AlsWeighting.Bm25,
        };
}
