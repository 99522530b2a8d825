using Matinee.Core.Evaluation;

namespace Matinee.Core.Tests.Evaluation;

public class RatingCalibrationTests
{
    // Given 4, 4, 5 and 3.5, which is no level and counts as 4.
    private static readonly RatingResult Result = new([0, 0, 1, 1], [0, 1, 0, 2], [4, 4, 5, 3.5f], [4, 3, 4.5f, 3])
    {
        Distributions = new RatingDistributions(
            [2, 3, 4, 5],
            [0.25, 0.25, 0.5, 0],
            [
                0.125f,
                0.125f,
                0.25f,
                0.5f,
                0.5f,
                0.46875f,
                0.03125f,
                0,
                0.015625f,
                0.03125f,
                0.5f,
                0.453125f,
                0,
                1,
                0,
                0,
            ],
            [1, 1, 1, 0]
        ),
    };

    private static readonly RatingCalibration Calibration = RatingCalibration.Of(Result)!;

    [Fact]
    public void LogLoss_EachPair_IsOfTheLevelGivenAndNeverInfinite()
    {
        double[] expected = [-Math.Log(0.25), -Math.Log(0.03125), -Math.Log(0.453125), -Math.Log(1e-6)];

        Assert.Equal(expected, Pairs(Calibration.LogLoss));
    }

    [Fact]
    public void ReferenceLogLoss_EachPair_IsOfTheLevelsShare()
    {
        double[] expected = [Math.Log(2), Math.Log(2), -Math.Log(1e-6), Math.Log(2)];

        Assert.Equal(expected, Pairs(Calibration.ReferenceLogLoss));
    }

    [Fact]
    public void IsCovered_EachPair_LooksForTheLevelInItsInterval()
    {
        // Intervals: 2 to 5, 2 to 3, 4 to 5 and 3 to 3.
        Assert.Equal([true, false, true, false], Pairs(Calibration.IsCovered));
        Assert.Equal([3, 1, 1, 0], Pairs(Calibration.Width));
    }

    [Fact]
    public void Reliability_FourPairs_StandInTheBinsOfTheirChances()
    {
        IReadOnlyList<ReliabilityBin> bins = Calibration.Reliability();

        // Chances of 4 stars: 0.75, 0.03125, 0.953125 and 0; all but the 3.5 were liked.
        Assert.Equal([2, 0, 0, 0, 0, 0, 0, 1, 0, 1], bins.Select(bin => bin.Count));
        Assert.Equal(new ReliabilityBin(0, 0.1, 2, 0.015625, 0.5), bins[0]);
        Assert.Equal(new ReliabilityBin(0.1, 0.2, 0, null, null), bins[1]);
        Assert.Equal(new ReliabilityBin(0.7, 0.8, 1, 0.75, 1), bins[7]);
        Assert.Equal(new ReliabilityBin(0.9, 1, 1, 0.953125, 1), bins[9]);
        Assert.Equal(
            ((2 * (0.5 - 0.015625)) + 0.25 + (1 - 0.953125)) / 4,
            RatingCalibration.ExpectedError(bins),
            1e-12
        );
    }

    [Fact]
    public void Reliability_Certainty_StandsInTheLastBin()
    {
        var sure = new RatingResult([0], [0], [5], [5])
        {
            Distributions = new RatingDistributions([3, 5], [0.5, 0.5], [0, 1], [0]),
        };

        Assert.Equal(new ReliabilityBin(0.9, 1, 1, 1, 1), RatingCalibration.Of(sure)!.Reliability()[9]);
    }

    [Fact]
    public void Of_StarsAlone_IsNothing() => Assert.Null(RatingCalibration.Of(Result with { Distributions = null }));

    private static T[] Pairs<T>(Func<int, T> of) => [.. Enumerable.Range(0, Result.Count).Select(of)];
}
