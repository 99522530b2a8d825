using Matinee.Core.Models.Tuning;

namespace Matinee.Core.Tests.Models.Tuning;

public class GaussianProcessTests
{
    // z = 0.5: 1 · Φ(0.5) + 2 · φ(0.5) = 0.691462 + 2 · 0.352065
    [Theory]
    [InlineData(1, 2, 0, 1.395593)]
    // z = 0: σ φ(0)
    [InlineData(3, 1, 3, 0.398942)]
    // z = −1: −1 · 0.158655 + 0.241971
    [InlineData(0, 1, 1, 0.083315)]
    [InlineData(2, 0, 1, 1)]
    [InlineData(1, 0, 2, 0)]
    public void ExpectedImprovement_HandWorked_IsTheFormula(
        double mean,
        double deviation,
        double best,
        double expected
    ) => Assert.Equal(expected, ExpectedImprovement.Of(mean, deviation, best), 5);

    // r = 0.5 / 0.5 = 1: (1 + √5 + 5/3) exp(−√5) = 4.902735 · 0.106878; another choice is as far.
    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.1, false)]
    public void Covariance_HandWorked_IsMatern(double there, bool ordered)
    {
        var shape = new GaussianProcessShape([ordered ? 0.5 : 1], [ordered], 0);

        Assert.Equal(0.523994, shape.Covariance([0], [there]), 5);
        Assert.Equal(1, shape.Covariance([0.3], [0.3]));
    }

    // One point of value 2 with noise 0.25: at it, the mean is 2 / 1.25 and the variance 1 − 1 / 1.25; its likelihood is that of
    // a normal of variance 1.25: −½ (4 / 1.25 + ln 1.25 + ln 2π) = −2.630511.
    [Fact]
    public void Predict_OnePoint_IsHandWorked()
    {
        var process = new GaussianProcess(
            new GaussianProcessShape([0.5], [true], 0.25),
            [
                [0.0],
            ],
            [2.0]
        );

        (double mean, double deviation) = process.Predict([0]);
        (double away, double further) = process.Predict([0.5]);

        Assert.Equal(1.6, mean, 9);
        Assert.Equal(Math.Sqrt(0.2), deviation, 9);
        Assert.Equal(1.6 * 0.523994, away, 5);
        Assert.Equal(Math.Sqrt(1 - (0.523994 * 0.523994 / 1.25)), further, 5);
        Assert.Equal(-2.630511, process.LogLikelihood, 5);
    }

    [Fact]
    public void Predict_SeveralPoints_GoesThroughThemAndIsUnsureBetween()
    {
        double[][] points =
        [
            [0.1, 0.2],
            [0.7, 0.3],
            [0.5, 0.9],
            [0.9, 0.8],
        ];
        double[] values = [-1, 0.5, 1.2, -0.3];
        var process = new GaussianProcess(new GaussianProcessShape([0.4, 0.6], [true, true], 1e-9), points, values);

        foreach ((double[] point, double value) in points.Zip(values))
        {
            (double mean, double deviation) = process.Predict(point);
            Assert.Equal(value, mean, 6);
            Assert.True(deviation < 1e-3);
        }

        Assert.True(process.Predict([0.2, 0.8]).Deviation > 0.3);
    }

    [Fact]
    public void Fit_OneDimensionThatMatters_IsSeenInTheLengths()
    {
        double[][] points = [.. Enumerable.Range(0, 30).Select(n => new[] { n * 7 % 30 / 29.0, n * 11 % 30 / 29.0 })];
        double[] values = HalfRankWarping.Warp([.. points.Select(point => (double?)Math.Sin(6 * point[0]))]);

        GaussianProcess process = GaussianProcessFit.Fit(points, values, [true, true]);

        // A step along what matters changes more than one across.
        double here = process.Predict([0.25, 0.5]).Mean;
        double along = Math.Abs(process.Predict([0.75, 0.5]).Mean - here);
        double across = Math.Abs(process.Predict([0.25, 0.95]).Mean - here);
        Assert.True(along > 10 * across, $"{along} against {across}");
    }

    // Median 4; of the better half (4, 4, 5, 9) the spread is √((1 + 25) / 4). Below: failed, −1000 and 3, at Φ⁻¹ of 1/12, 3/12, 5/12.
    [Fact]
    public void Warp_HandWorked_BendsOnlyTheWorseHalf()
    {
        double?[] scores = [4, null, 5, -1000, 9, 3, 4];
        double spread = Math.Sqrt(26.0 / 4);
        double[] bent = [4, 4 - (1.382994 * spread), 5, 4 - (0.674490 * spread), 9, 4 - (0.210428 * spread), 4];
        double mean = bent.Average();
        double deviation = Math.Sqrt(bent.Average(value => (value - mean) * (value - mean)));

        double[] warped = HalfRankWarping.Warp(scores);

        Assert.Equal(
            [.. bent.Select(value => Math.Round((value - mean) / deviation, 5))],
            warped.Select(x => Math.Round(x, 5))
        );
    }

    [Fact]
    public void LatinHypercube_AnySeed_HasOnePointInEveryPart()
    {
        double[][] points = LatinHypercube.Draw(8, 3, seed: 5);

        for (int d = 0; d < 3; d++)
        {
            Assert.Equal(Enumerable.Range(0, 8), points.Select(point => (int)(8 * point[d])).Order());
        }
    }

    // (x − 1)² + 10 (y + 2)² + 3
    [Fact]
    public void PatternSearch_Bowl_EndsAtItsBottom()
    {
        (double[] point, double value) = PatternSearch.Minimise(
            v => ((v[0] - 1) * (v[0] - 1)) + (10 * (v[1] + 2) * (v[1] + 2)) + 3,
            [5, 5],
            step: 1,
            smallestStep: 0.01
        );

        Assert.Equal([1, -2], point);
        Assert.Equal(3, value);
    }
}
