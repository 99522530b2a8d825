using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Ease;

namespace Matinee.Core.Tests.Models;

public class WeightedEaseUsersTests : LinearRecommenderContract
{
    private protected override ModelKind Kind => EaseModel.ModelKind;
    private protected override object Options =>
        new EaseOptions
        {
            Regularization = 2,
            Dropout = 0.3,
            RatingWeight = 0.2,
            LengthPower = 0.4,
            MetadataWeight = 0.5,
            TitleWeight = 0.5,
            Side = EaseSide.Users,
        };
}

public class WeightedEaseItemsTests : LinearRecommenderContract
{
    private protected override ModelKind Kind => EaseModel.ModelKind;
    private protected override object Options =>
        new EaseOptions
        {
            Regularization = 2,
            Dropout = 0.3,
            RatingWeight = 0.2,
            LengthPower = 0.4,
            MetadataWeight = 0.5,
            TitleWeight = 0.5,
            Side = EaseSide.Items,
        };
}

public class WeightedEaseTests
{
    // Two people: the first rated both movies, the second the first one.
    private static readonly InteractionMatrix TwoItems = new([0, 2, 3], [0, 1, 0], [5, 3.5f, 3.5f], new long[3], 2);

    [Theory]
    [InlineData(EaseSide.Users)]
    [InlineData(EaseSide.Items)]
    public void Train_Dropout_MatchesTheHandWorkedWeights(EaseSide side)
    {
        // XᵀX = [[2, 1], [1, 1]], λ = 1, p = 1/2: D = (1 + 2, 1 + 1), and the inverse of [[5, 1], [1, 3]] is
        // [[3, −1], [−1, 5]] / 14. B₀₁ = 1/5, B₁₀ = 1/3.
        var options = new EaseOptions
        {
            Regularization = 1,
            Dropout = 0.5,
            Side = side,
        };

        EaseModel model = EaseTrainer.Train(TwoItems, options, new TrainingContext());

        AssertClose([0, 1 / 5.0], Scores(model, TinyWorld.History(0)));
        AssertClose([1 / 3.0, 0], Scores(model, TinyWorld.History(1)));
        AssertClose([1 / 3.0, 1 / 5.0], Scores(model, TinyWorld.History(0, 1)));
        Assert.Equal(Math.Sqrt(1 / 15.0), Likeness(model, 0)[1], 1e-5);
    }

    [Theory]
    [InlineData(EaseSide.Users)]
    [InlineData(EaseSide.Items)]
    public void Train_RatingWeight_MatchesTheHandWorkedWeights(EaseSide side)
    {
        // w = 2/3 makes 5 stars 2 and 3.5 stars 1: X = [[2, 1], [1, 0]], XᵀX = [[5, 2], [2, 1]], λ = 1, and the inverse of
        // [[6, 2], [2, 2]] is [[2, −2], [−2, 6]] / 8. B₀₁ = 1/3, B₁₀ = 1.
        var options = new EaseOptions
        {
            Regularization = 1,
            RatingWeight = 2 / 3.0,
            Side = side,
        };

        EaseModel model = EaseTrainer.Train(TwoItems, options, new TrainingContext());

        AssertClose([0, 2 / 3.0], Scores(model, Rated(0, 5)));
        AssertClose([0, 1 / 3.0], Scores(model, Rated(0, 3.5f)));
        AssertClose([2, 0], Scores(model, Rated(1, 5)));
        AssertClose([0, -1 / 3.0], Scores(model, Rated(0, 0.5f)));
    }

    [Theory]
    [InlineData(EaseSide.Users)]
    [InlineData(EaseSide.Items)]
    public void Train_LengthPower_MatchesTheHandWorkedWeights(EaseSide side)
    {
        // p = 1: the first person counts 100 / 2, the second 100: XᵀX = [[150, 50], [50, 50]], λ = 50, and the inverse of
        // 50 [[4, 1], [1, 2]] is [[2, −1], [−1, 4]] / 350. B₀₁ = 1/4, B₁₀ = 1/2.
        var options = new EaseOptions
        {
            Regularization = 50,
            LengthPower = 1,
            Side = side,
        };

        EaseModel model = EaseTrainer.Train(TwoItems, options, new TrainingContext());

        AssertClose([0, 1 / 4.0], Scores(model, TinyWorld.History(0)));
        AssertClose([1 / 2.0, 0], Scores(model, TinyWorld.History(1)));
    }

    [Theory]
    [InlineData(EaseSide.Users)]
    [InlineData(EaseSide.Items)]
    public void Train_MetadataAndTitles_MatchTheHandWorkedWeights(EaseSide side)
    {
        // Both are of 1999 and called "Alien": two rows [w, w] with w² = 4 and 9 beside the ratings' [[2, 1], [1, 1]]:
        // XᵀX = [[15, 14], [14, 14]], λ = 1, and the inverse of [[16, 14], [14, 15]] is [[15, −14], [−14, 16]] / 44.
        // B₀₁ = 14/16, B₁₀ = 14/15.
        var options = new EaseOptions
        {
            Regularization = 1,
            MetadataWeight = 2,
            TitleWeight = 3,
            Side = side,
        };
        Movie[] movies =
        [
            .. Enumerable
                .Range(0, 2)
                .Select(item => new Movie
                {
                    Id = new ItemId(item),
                    Title = $"Alien {item}",
                    Year = 1999,
                }),
        ];

        EaseModel model = EaseTrainer.Train(TwoItems, options, new TrainingContext(), movies);

        AssertClose([0, 14 / 16.0], Scores(model, TinyWorld.History(0)));
        AssertClose([14 / 15.0, 0], Scores(model, TinyWorld.History(1)));
    }

    [Theory]
    [InlineData(EaseSide.Users)]
    [InlineData(EaseSide.Items)]
    public void Train_EverythingCounts_EqualsTheSlowTwinOfItsInputs(EaseSide side)
    {
        InteractionMatrix train = RatedMatrix();
        Movie[] movies =
        [
            .. Enumerable
                .Range(0, train.ColumnCount)
                .Select(item => new Movie
                {
                    Id = new ItemId(item),
                    Title = item % 4 == 0 ? "Alien" : "Up",
                    Year = 1990 + (item % 3),
                    Genres = item % 2 == 0 ? ["Drama", "War"] : ["War"],
                }),
        ];
        var options = new EaseOptions
        {
            Regularization = 5,
            RatingWeight = 0.2,
            LengthPower = 0.4,
            MetadataWeight = 1.5,
            TitleWeight = 3,
            Side = side,
        };
        // The twin reads an input of one off stars of 3.5, and weighs nothing itself.
        InteractionMatrix inputs = EaseInputs.Of(train, options, movies).Map(input => (input - 1) / 0.2f + 3.5f);
        var twin = new SlowEase(inputs, options);

        EaseModel model = EaseTrainer.Train(train, options, new TrainingContext(), movies);

        int[] items = [.. Enumerable.Range(0, train.ColumnCount)];
        foreach (UserHistory history in Histories(train))
        {
            AssertClose(items.Select(item => twin.Score(history, item)), Scores(model, history));
        }
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 2)]
    public void Train_MetadataWithoutMovies_SaysSo(double metadata, double titles)
    {
        var options = new EaseOptions { MetadataWeight = metadata, TitleWeight = titles };

        Assert.Throws<ArgumentNullException>(() => EaseTrainer.Train(TwoItems, options, new TrainingContext()));
    }

    [Theory]
    [InlineData(0, 0, EaseSide.Users)]
    [InlineData(0, 0, EaseSide.Items)]
    [InlineData(0.4, 0, EaseSide.Users)]
    [InlineData(0.4, 0, EaseSide.Items)]
    [InlineData(0, 0.3, EaseSide.Users)]
    [InlineData(0, 0.3, EaseSide.Items)]
    [InlineData(0.4, 1, EaseSide.Users)]
    [InlineData(0.4, 1, EaseSide.Items)]
    public void Train_AnyOptions_EqualsTheSlowTwin(double dropout, double ratingWeight, EaseSide side)
    {
        InteractionMatrix train = RatedMatrix();
        var options = new EaseOptions
        {
            Regularization = 5,
            Dropout = dropout,
            RatingWeight = ratingWeight,
            Side = side,
        };
        var twin = new SlowEase(train, options);

        EaseModel model = EaseTrainer.Train(train, options, new TrainingContext());

        int[] items = [.. Enumerable.Range(0, train.ColumnCount)];
        foreach (UserHistory history in Histories(train))
        {
            AssertClose(items.Select(item => twin.Score(history, item)), Scores(model, history));
            var parts = new float[items.Length * history.Count];
            model.Contributions(history, items, parts);
            AssertClose(
                items.SelectMany(item => history.Items.ToArray().Select(rated => twin.Part(history, rated, item))),
                parts
            );
        }

        foreach (int item in items)
        {
            AssertClose(
                items.Where(other => other != item).Select(other => twin.Likeness(item, other)),
                Likeness(model, item).Where((_, other) => other != item)
            );
        }
    }

    [Fact]
    public void ScoreBatch_WeightedHistories_HasTheBitsOfOneByOne()
    {
        InteractionMatrix train = RatedMatrix();
        var options = new EaseOptions
        {
            Regularization = 5,
            Dropout = 0.2,
            RatingWeight = 0.4,
            Side = EaseSide.Users,
        };
        IRanker model = EaseTrainer.Train(train, options, new TrainingContext());
        UserHistory[] histories = [.. Histories(train)];
        var batch = new float[histories.Length * model.ItemCount];

        model.ScoreBatch(histories, batch);

        Assert.Equal(histories.SelectMany(history => Scores(model, history)), batch);
    }

    // Folders of models that were trained before there were such options hold neither tensor.
    [Theory]
    [InlineData(0, 0, false, false)]
    [InlineData(0.3, 0, false, true)]
    [InlineData(0, 0.3, true, false)]
    public void Save_UsersSide_WritesOnlyWhatIsNotOnes(double dropout, double weight, bool inputs, bool shares)
    {
        var options = new EaseOptions
        {
            Dropout = dropout,
            RatingWeight = weight,
            Side = EaseSide.Users,
        };
        EaseModel model = EaseTrainer.Train(RatedMatrix(), options, new TrainingContext());
        using var folder = new TemporaryFolder();
        var writer = new ComponentWriter();

        model.Save(writer);
        writer.Write(folder.Path);

        using var reader = new ComponentReader(folder.Path);
        Assert.Equal(inputs, reader.Tensors.Contains("inputs"));
        Assert.Equal(shares, reader.Tensors.Contains("ridge_shares"));
    }

    private static IEnumerable<UserHistory> Histories(InteractionMatrix train) =>
        [
            .. Enumerable.Range(0, 12).Select(user => train.History(new UserIndex(user))),
            UserHistory.Empty,
            Rated(3, 0.5f),
            Rated(3, 5),
            TinyWorld.History(1, 2, 8),
        ];

    private static UserHistory Rated(int item, float stars) => new(new[] { item }, new[] { stars }, new[] { 1000L });

    // Half stars from 0.5 to 5.
    private static InteractionMatrix RatedMatrix()
    {
        InteractionMatrix matrix = EaseItemsModelTests.RandomMatrix(users: 25, items: 30, share: 0.25);
        float[] stars = [.. Enumerable.Range(0, matrix.EntryCount).Select(n => 0.5f * (1 + (n * 7 % 10)))];
        return new InteractionMatrix(
            matrix.RowStarts.ToArray(),
            matrix.Columns.ToArray(),
            stars,
            new long[stars.Length],
            matrix.ColumnCount
        );
    }

    private static float[] Scores(IRanker model, UserHistory history) => RecommenderContract.Scores(model, history);

    private static float[] Likeness(EaseModel model, int item)
    {
        var likeness = new float[model.ItemCount];
        model.Compare(new ItemIndex(item), likeness);
        return likeness;
    }

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<float> actual)
    {
        double[] left = [.. expected];
        float[] right = [.. actual];
        Assert.Equal(left.Length, right.Length);
        Assert.All(left.Zip(right), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }
}
