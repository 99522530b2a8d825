using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking.Reranking;

namespace Matinee.Core.Tests.Ranking.Reranking;

public class CalibrationTests
{
    private static readonly MovieCatalog Catalog = SmallCatalog.Of(
        SmallCatalog.Movie(null, ["Comedy"]),
        SmallCatalog.Movie(null, ["Drama"]),
        SmallCatalog.Movie(null, ["Comedy", "Drama"]),
        SmallCatalog.Movie(null, [])
    );

    [Fact]
    public void Of_History_WeighsMoviesByStars()
    {
        // 5 stars for a comedy, 1 for a drama, 2 for both: 6 and 2 of 8. The movie without genres does not count.
        var history = new UserHistory(new[] { 0, 1, 2, 3 }, new float[] { 5, 1, 2, 4 }, new long[4]);

        Assert.Equal([0.75, 0.25], new GenreShares(Catalog).Of(history)!);
    }

    [Fact]
    public void Of_HistoryWithoutGenres_IsNull()
    {
        var history = new UserHistory(new[] { 3 }, new float[] { 5 }, new long[1]);

        Assert.Null(new GenreShares(Catalog).Of(history));
        Assert.Null(new GenreShares(Catalog).Of(UserHistory.Empty));
    }

    [Fact]
    public void Divergence_HalfComedies_MatchesTheHandWorkedValue()
    {
        // p = (0.75, 0.25), q = (0.5, 0.5): q~ = 0.99 · 0.5 + 0.01 p = (0.5025, 0.4975).
        var calibration = new Calibration(new GenreShares(Catalog), [0.75, 0.25], [0, 1, 2, 3]);

        calibration.Pick(0);
        calibration.Pick(1);

        double expected = (0.75 * Math.Log(0.75 / 0.5025)) + (0.25 * Math.Log(0.25 / 0.4975));
        Assert.Equal(expected, calibration.Divergence(), 1e-12);
    }

    [Fact]
    public void Gains_EveryCandidate_AreTheDivergencesOfTheLongerLists()
    {
        MovieCatalog catalog = SmallCatalog.Random(30, seed: 6);
        var shares = new GenreShares(catalog);
        var random = new CounterRandom(6, 2);
        double[] target = [.. Enumerable.Range(0, shares.Count).Select(n => random.Uniform(n))];
        double total = target.Sum();
        target = [.. target.Select((share, n) => n == 0 ? 0 : share / (total - target[0]))];
        int[] items = [.. Enumerable.Range(0, 30)];
        var gains = new float[30];
        foreach (int[] list in new int[][] { [], [3], [3, 8, 1], [3, 8, 1, 20, 21] })
        {
            Calibration calibration = After(list);
            calibration.Gains(gains);
            foreach (int candidate in items)
            {
                Assert.Equal(-After([.. list, candidate]).Divergence(), gains[candidate], 1e-5);
            }
        }

        Calibration After(int[] list)
        {
            var calibration = new Calibration(shares, target, items);
            Array.ForEach(list, calibration.Pick);
            return calibration;
        }
    }

    [Fact]
    public void Select_FullCalibration_TakesTheHistorysMix()
    {
        // Three comedies to one drama, from a pool whose best are all comedies.
        MovieCatalog catalog = SmallCatalog.Of([
            .. Enumerable.Range(0, 12).Select(n => SmallCatalog.Movie(null, [n < 8 ? "Comedy" : "Drama"])),
        ]);
        var calibration = new Calibration(new GenreShares(catalog), [0.75, 0.25], [.. Enumerable.Range(0, 12)]);
        float[] relevance = [.. Enumerable.Range(0, 12).Select(n => 1 - (n / 11f))];
        var picks = new int[8];

        GreedySelection.Select(relevance, [(calibration, 1f)], picks);

        Assert.Equal(2, picks.Count(pick => pick >= 8));
    }
}
