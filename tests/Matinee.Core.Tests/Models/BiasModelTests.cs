using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;

namespace Matinee.Core.Tests.Models;

public class BiasModelTests : RecommenderContract
{
    private protected override ModelKind Kind => BiasModel.ModelKind;

    [Fact]
    public void Predict_TwoUsersTwoItems_MatchesTheHandWorkedMeans()
    {
        // Ratings: u0 {i0: 5, i1: 3}, u1 {i0: 4}. μ = 4.
        // Damping 1: b(i0) = (1 + 0) / 3 = 1/3, b(i1) = −1 / 2 = −1/2.
        // b(u0) = ((5 − 4 − 1/3) + (3 − 4 + 1/2)) / 3 = (2/3 − 1/2) / 3 = 1/18; b(u1) = (4 − 4 − 1/3) / 2 = −1/6.
        var matrix = new InteractionMatrix([0, 2, 3], [0, 1, 0], [5, 3, 4], [1, 2, 3], 2);
        BiasModel model = BiasModel.Train(matrix, new BiasOptions { ItemDamping = 1, UserDamping = 1 });

        Assert.Equal(4 + (1 / 3.0) + (1 / 18.0), Predict(model, matrix.History(new UserIndex(0)), 0), 1e-5);
        Assert.Equal(4 - (1 / 2.0) + (1 / 18.0), Predict(model, matrix.History(new UserIndex(0)), 1), 1e-5);
        Assert.Equal(4 - (1 / 2.0) - (1 / 6.0), Predict(model, matrix.History(new UserIndex(1)), 1), 1e-5);
        Assert.Equal(4 - (1 / 2.0), Predict(model, UserHistory.Empty, 1), 1e-5);
    }

    [Fact]
    public void Predict_BeyondTheScale_IsClamped()
    {
        var matrix = new InteractionMatrix([0, 2], [0, 1], [5, 5], [1, 2], 2);
        BiasModel model = BiasModel.Train(matrix, new BiasOptions { ItemDamping = 0, UserDamping = 0 });

        Assert.Equal(5, Predict(model, History(5), 1));
        Assert.Equal(0.5, Predict(model, History(-3), 1));

        static UserHistory History(float rating) => new(new[] { 0 }, new[] { rating }, new[] { 1L });
    }

    [Fact]
    public void Train_NoRatings_PredictsTheMiddleOfTheScale()
    {
        BiasModel model = BiasModel.Train(new InteractionMatrix([0], [], [], [], 1), new BiasOptions());

        Assert.Equal(2.75, Predict(model, UserHistory.Empty, 0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Validate_DampingOutOfRange_NamesTheKey(double damping)
    {
        var error = Assert.Throws<MatineeException>(() => new BiasOptions { UserDamping = damping }.Validate());

        Assert.Contains("user_damping", error.Message, StringComparison.Ordinal);
    }

    private static double Predict(BiasModel model, UserHistory history, int item)
    {
        var prediction = new RatingPrediction[1];
        model.Predict(history, [item], prediction);
        return prediction[0].Mean;
    }
}
