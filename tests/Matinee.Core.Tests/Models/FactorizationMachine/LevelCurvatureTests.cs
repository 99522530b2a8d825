using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class LevelCurvatureTests
{
    private static readonly double[] s_diagonal = [4, 5, 3, 7];
    private static readonly double[] s_beside = [-1.5, -2, 1];

    [Fact]
    public void NewtonStep_TimesTheHessian_IsTheGradient()
    {
        LevelCurvature curvature = Curvature([1, -2, 0.5, 3]);

        double[] step = curvature.NewtonStep();

        for (int k = 0; k < step.Length; k++)
        {
            Assert.Equal(curvature.Gradient[k], Enumerable.Range(0, 4).Sum(n => Hessian(k, n) * step[n]), 1e-13);
        }
    }

    // Scatter is linear: x = M z has the covariance M Mᵀ for standard normal z, and M's columns are what unit vectors give.
    [Fact]
    public void Scatter_StandardNormals_HasTheInverseAsCovariance()
    {
        LevelCurvature curvature = Curvature([0, 0, 0, 0]);

        double[][] columns =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(unit => curvature.Scatter([.. Enumerable.Range(0, 4).Select(k => k == unit ? 1.0 : 0)])),
        ];

        for (int row = 0; row < 4; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                double product = Enumerable.Range(0, 4).Sum(n => Hessian(row, n) * Covariance(n, column));
                Assert.Equal(row == column ? 1 : 0, product, 1e-13);
            }
        }

        double Covariance(int one, int other) => columns.Sum(column => column[one] * column[other]);
    }

    [Fact]
    public void Size_AnyStep_IsByHand()
    {
        // 4 · 1 + 5 · 4 + 3 · 1 + 7 · 0 + 2 (−1.5 · 1 · 2 − 2 · 2 · −1) = 29
        Assert.Equal(Math.Sqrt(29), Curvature([0, 0, 0, 0]).Size([1, 2, -1, 0]), 1e-14);
    }

    private static double Hessian(int row, int column) =>
        row == column ? s_diagonal[row]
        : Math.Abs(row - column) == 1 ? s_beside[Math.Min(row, column)]
        : 0;

    private static LevelCurvature Curvature(double[] gradient)
    {
        var curvature = new LevelCurvature(4);
        gradient.CopyTo(curvature.Gradient, 0);
        s_diagonal.CopyTo(curvature.Diagonal, 0);
        s_beside.CopyTo(curvature.Beside, 0);
        return curvature;
    }
}
