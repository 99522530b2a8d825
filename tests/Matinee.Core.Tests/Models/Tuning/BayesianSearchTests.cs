using Matinee.Core.Models.Tuning;

namespace Matinee.Core.Tests.Models.Tuning;

public class BayesianSearchTests
{
    private const int Seeds = 11;

    private static readonly SearchSpace Small = new([
        new NumberRange("size", 1, 3, RangeScale.Linear, 1),
        new Choices("way", 2, Ordered: false),
    ]);

    // Median distances from the best that there is; measured were 0.004, 0.13, 0.0001, 0.0009 and 0.00003.
    [Theory]
    [InlineData("branin", 0.05)]
    [InlineData("hartmann", 0.6)]
    [InlineData("mixed", 0.002)]
    [InlineData("noisy", 0.003)]
    [InlineData("failing", 0.003)]
    public void Propose_ThirtyTrials_ComesNearTheBestAndBeatsRandom(string name, double bar)
    {
        KnownFunction function = KnownFunction.All.Single(function => function.Name == name);

        double learned = Median(seed => function.Regret((a, b, c) => new BayesianSearch(a, b, c), seed, 30));
        double drawn = Median(seed => function.Regret((a, b, c) => new RandomSearch(a, b, c), seed, 30));

        Assert.True(learned <= bar, $"{learned} is above {bar}");
        Assert.True(learned < drawn / 3, $"{learned} against {drawn} by lot");
    }

    [Fact]
    public void Propose_HalfWay_IsAFunctionOfTheTrialsAlone()
    {
        KnownFunction function = KnownFunction.All.Single(function => function.Name == "mixed");
        double[] first = [0.01, 100, 0.5, 0];
        var search = new BayesianSearch(function.Space, 3, first);
        var trials = new List<SearchTrial>();
        for (int n = 0; n < 12; n++)
        {
            double[] values = search.Propose(trials)!;
            // Another instance, which has seen nothing of what went before.
            Assert.Equal(values, new BayesianSearch(function.Space, 3, first).Propose(trials));
            trials.Add(new SearchTrial(values, function.Score(values)));
        }

        Assert.Equal(first, trials[0].Values);
        Assert.NotEqual(trials[1].Values, new BayesianSearch(function.Space, 4, first).Propose(trials[..1])!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Propose_FewCombinations_TriesEachOnceAndEnds(bool learns)
    {
        IOptionSearch search = learns ? new BayesianSearch(Small, 1, [2, 0]) : new RandomSearch(Small, 1, [2, 0]);
        var trials = new List<SearchTrial>();
        while (search.Propose(trials) is { } values)
        {
            trials.Add(new SearchTrial(values, values[0]));
        }

        Assert.Equal(
            [(1, 0), (1, 1), (2, 0), (2, 1), (3, 0), (3, 1)],
            trials.Select(trial => (trial.Values[0], trial.Values[1])).Order()
        );
    }

    [Fact]
    public void Propose_EverythingFailsOrIsEqual_GoesOn()
    {
        KnownFunction function = KnownFunction.All.Single(function => function.Name == "branin");
        foreach (double? score in new double?[] { null, 1 })
        {
            var search = new BayesianSearch(function.Space, 1, [0, 0]);
            var trials = new List<SearchTrial>();
            for (int n = 0; n < 12; n++)
            {
                trials.Add(new SearchTrial(search.Propose(trials)!, score));
            }

            Assert.Equal(12, trials.Select(trial => (trial.Values[0], trial.Values[1])).Distinct().Count());
        }
    }

    private static double Median(Func<int, double> regret) =>
        Enumerable.Range(0, Seeds).Select(regret).Order().ElementAt(Seeds / 2);
}
