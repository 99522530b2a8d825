using Matinee.Core.Evaluation;

namespace Matinee.Core.Tests.Evaluation;

public class RatingResultTests
{
    // Errors 1, −1, 2 over two users.
    private static readonly RatingResult Result = new([0, 0, 1], [0, 1, 0], [3, 4, 1], [4, 3, 3]);

    [Fact]
    public void Rmse_ThreeErrors_IsTheRootOfTheirMeanSquare()
    {
        Assert.Equal(Math.Sqrt((1 + 1 + 4) / 3.0), Result.Rmse, 1e-12);
    }

    [Fact]
    public void Mae_ThreeErrors_IsTheirMeanSize()
    {
        Assert.Equal(4 / 3.0, Result.Mae, 1e-12);
    }

    [Fact]
    public void SumsPerUser_TwoUsers_KeepsThemApart()
    {
        (double[] squared, double[] absolute, double[] counts) = Result.SumsPerUser();

        Assert.Equal([2, 4], squared);
        Assert.Equal([2, 2], absolute);
        Assert.Equal([2, 1], counts);
    }
}
