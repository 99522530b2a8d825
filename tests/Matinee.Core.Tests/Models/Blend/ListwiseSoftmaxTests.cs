using Matinee.Core.Models;
using Matinee.Core.Models.Blend;

namespace Matinee.Core.Tests.Models.Blend;

public class ListwiseSoftmaxTests
{
    private static readonly BlendQuery[] Drawn = BlendQueries.Draw(150, 20, [1, -0.5, 0], noise: 1);

    // One user, candidates at +1 (relevant) and −1: maximise −log(1 + e^{−2w}) − w²/2, so 2 / (1 + e^{2w}) = w.
    [Fact]
    public void Fit_TwoCandidates_SolvesTheEquationOfTheMaximum()
    {
        double weight = ListwiseSoftmax.Fit([BlendQueries.OfScores([1, -1], [0], 1)], 1, new TrainingContext())[0];

        Assert.InRange(weight, 0.3, 0.8);
        Assert.Equal(weight, 2 / (1 + Math.Exp(2 * weight)), 4);
    }

    [Fact]
    public void Fit_DrawnUsers_HasNoSlopeInAnyDirection()
    {
        double[] weights = ListwiseSoftmax.Fit(Drawn, 3, new TrainingContext());

        for (int n = 0; n < 3; n++)
        {
            Assert.Equal(0, Slope(weights, n), 3);
        }

        Assert.True(weights[0] > 0.5 && weights[1] < -0.2);
    }

    [Fact]
    public void At_AnyWeights_GradientMatchesDifferences()
    {
        double[] weights = [0.3, -1.2, 0.7];

        double[] gradient = ListwiseSoftmax.At(Drawn, weights, new TrainingContext()).Gradient;

        for (int n = 0; n < 3; n++)
        {
            Assert.Equal(Slope(weights, n), gradient[n], 3);
        }
    }

    [Fact]
    public void At_AnyWeights_CurvatureMatchesDifferencesOfTheGradient()
    {
        double[] weights = [0.3, -1.2, 0.7];

        double[] curvature = ListwiseSoftmax.At(Drawn, weights, new TrainingContext()).Curvature;

        for (int column = 0; column < 3; column++)
        {
            double[] up = ListwiseSoftmax.At(Drawn, Moved(weights, column, 1e-5), new TrainingContext()).Gradient;
            double[] down = ListwiseSoftmax.At(Drawn, Moved(weights, column, -1e-5), new TrainingContext()).Gradient;
            for (int row = column; row < 3; row++)
            {
                Assert.Equal((down[row] - up[row]) / 2e-5, curvature[row * 3 + column], 3);
            }
        }
    }

    [Fact]
    public void Fit_FeatureOfGreatScale_IsFound()
    {
        BlendQuery[] stretched = [.. Drawn.Select(q => q with { Features = [.. q.Features.Select(x => 300 * x)] })];

        double[] weights = ListwiseSoftmax.Fit(stretched, 3, new TrainingContext());
        double[] plain = ListwiseSoftmax.Fit(Drawn, 3, new TrainingContext());

        Assert.Equal(plain[0], 300 * weights[0], 0.05);
    }

    [Fact]
    public void Fit_UsersWithoutRelevantCandidates_ChangesNothing()
    {
        BlendQuery[] more = [.. Drawn, new BlendQuery([5, 5, 5, -5, -5, -5], [false, false], 1)];

        Assert.Equal(
            ListwiseSoftmax.Fit(Drawn, 3, new TrainingContext()),
            ListwiseSoftmax.Fit(more, 3, new TrainingContext())
        );
    }

    [Fact]
    public void Fit_ConstantFeature_GetsNoWeight()
    {
        BlendQuery[] queries =
        [
            .. BlendQueries
                .Draw(50, 10, [1], noise: 0.5)
                .Select(q => q with { Features = [.. q.Features.SelectMany(x => new[] { x, 4 })] }),
        ];

        double[] weights = ListwiseSoftmax.Fit(queries, 2, new TrainingContext());

        Assert.True(weights[0] > 0.5);
        Assert.Equal(0, weights[1], 9);
    }

    private static double Slope(double[] weights, int n)
    {
        double up = ListwiseSoftmax.At(Drawn, Moved(weights, n, 1e-5), new TrainingContext()).Value;
        double down = ListwiseSoftmax.At(Drawn, Moved(weights, n, -1e-5), new TrainingContext()).Value;
        return (up - down) / 2e-5;
    }

    private static double[] Moved(double[] weights, int n, double step)
    {
        double[] moved = [.. weights];
        moved[n] += step;
        return moved;
    }
}
