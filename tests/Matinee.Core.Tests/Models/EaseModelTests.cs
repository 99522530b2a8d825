using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Ease;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models;

public class EaseUsersModelTests : LinearRecommenderContract
{
    private protected override ModelKind Kind => EaseModel.ModelKind;
    private protected override object Options => new EaseOptions { Regularization = 2, Side = EaseSide.Users };

    // Whole blocks, a block that is not full, and one that fills no vector.
    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(75)]
    public void ScoreBatch_ManyHistories_HasTheBitsOfOneByOne(int count)
    {
        InteractionMatrix matrix = EaseItemsModelTests.RandomMatrix(users: 90, items: 131, share: 0.2);
        IRanker model = EaseTrainer.Train(
            matrix,
            new EaseOptions { Regularization = 3, Side = EaseSide.Users },
            new TrainingContext()
        );
        UserHistory[] histories =
        [
            .. Enumerable.Range(0, count).Select(user => matrix.History(new UserIndex(user)).WithoutRow()),
        ];
        histories[^1] = UserHistory.Empty;
        var batch = new float[count * model.ItemCount];

        model.ScoreBatch(histories, batch);

        Assert.Equal(histories.SelectMany(history => Scores(model, history)), batch);
    }
}

public class EaseItemsModelTests : LinearRecommenderContract
{
    private protected override ModelKind Kind => EaseModel.ModelKind;
    private protected override object Options => new EaseOptions { Regularization = 2, Side = EaseSide.Items };

    [Fact]
    public void Train_TwoItems_MatchesTheHandWorkedWeights()
    {
        // XᵀX = [[2, 1], [1, 1]], λ = 1: inverse of [[3, 1], [1, 2]] = [[2, −1], [−1, 3]] / 5.
        // B₀₁ = −P₀₁ / P₁₁ = 1/3, B₁₀ = −P₁₀ / P₀₀ = 1/2.
        var matrix = new InteractionMatrix([0, 2, 3], [0, 1, 0], new float[3], new long[3], 2);
        foreach (EaseSide side in new[] { EaseSide.Items, EaseSide.Users })
        {
            var options = new EaseOptions { Regularization = 1, Side = side };
            EaseModel model = EaseTrainer.Train(matrix, options, new TrainingContext());

            Assert.Equal([0, 1 / 3.0], Rounded(Scores(model, TinyWorld.History(0))));
            Assert.Equal([1 / 2.0, 0], Rounded(Scores(model, TinyWorld.History(1))));
            Assert.Equal([0, 1 / 2.0], Rounded(Contributions(model, TinyWorld.History(0, 1), 0)));
            Assert.Equal([1 / 3.0, 0], Rounded(Contributions(model, TinyWorld.History(0, 1), 1)));
        }

        static double[] Rounded(float[] scores) =>
            [.. scores.Select(score => Math.Abs(score - (1 / 3.0)) < 1e-5 ? 1 / 3.0 : Math.Round(score, 5) + 0.0)];
    }

    [Fact]
    public void Train_EitherSide_GivesTheSameScores()
    {
        InteractionMatrix matrix = RandomMatrix(users: 40, items: 60, share: 0.15);
        EaseModel users = Train(matrix, EaseSide.Users);
        EaseModel items = Train(matrix, EaseSide.Items);

        for (int user = 0; user < matrix.RowCount; user++)
        {
            UserHistory history = matrix.History(new UserIndex(user));
            float[] left = Scores(users, history);
            float[] right = Scores(items, history);
            Assert.All(left.Zip(right), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
            for (int item = 0; item < matrix.ColumnCount; item++)
            {
                float[] leftParts = Contributions(users, history, item);
                float[] rightParts = Contributions(items, history, item);
                Assert.All(leftParts.Zip(rightParts), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
            }
        }

        static EaseModel Train(InteractionMatrix matrix, EaseSide side) =>
            EaseTrainer.Train(matrix, new EaseOptions { Regularization = 5, Side = side }, new TrainingContext());
    }

    [Fact]
    public void Train_TooManyItems_SaysWhatToDoInstead()
    {
        int items = EaseOptions.LargestSide + 1;
        var matrix = new InteractionMatrix(new int[items + 1], [], [], [], items);

        var error = Assert.Throws<MatineeException>(() =>
            EaseTrainer.Train(matrix, new EaseOptions(), new TrainingContext())
        );

        Assert.Contains("configs/als.yaml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var context = new TrainingContext { Cancellation = source.Token };

        Assert.ThrowsAny<OperationCanceledException>(() =>
            EaseTrainer.Train(TinyWorld.Ratings, new EaseOptions(), context)
        );
    }

    internal static InteractionMatrix RandomMatrix(int users, int items, double share)
    {
        var random = new CounterRandom(1, 1);
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
}
