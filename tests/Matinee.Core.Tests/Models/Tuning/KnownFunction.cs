using Matinee.Core.Models.Tuning;

namespace Matinee.Core.Tests.Models.Tuning;

/// <summary>Something to search whose best is known, negated where it is usually minimised.</summary>
internal sealed record KnownFunction(
    string Name,
    SearchSpace Space,
    double Best,
    Func<IReadOnlyList<double>, double?> Score
)
{
    public static KnownFunction[] All { get; } = [Branin(), Hartmann(), Mixed(), Noisy(), Failing()];

    public override string ToString() => Name;

    /// <summary>How far the best of some trials is from the best there is.</summary>
    public double Regret(Func<SearchSpace, long, IReadOnlyList<double>, IOptionSearch> make, long seed, int trials)
    {
        IOptionSearch search = make(Space, seed, Space.ValuesAt([.. Space.Dimensions.Select(_ => 0.5)]));
        var done = new List<SearchTrial>();
        while (done.Count < trials && search.Propose(done) is { } values)
        {
            done.Add(new SearchTrial(values, Score(values)));
        }

        return Best - done.Max(trial => trial.Score ?? double.NegativeInfinity);
    }

    private static NumberRange Linear(string name, double from, double to) =>
        new(name, from, to, RangeScale.Linear, null);

    // Minimum 0.397887.
    private static KnownFunction Branin() =>
        new(
            "branin",
            new SearchSpace([Linear("x", -5, 10), Linear("y", 0, 15)]),
            -0.397887,
            v =>
            {
                double bow = v[1] - (5.1 / (4 * Math.PI * Math.PI) * v[0] * v[0]) + (5 / Math.PI * v[0]) - 6;
                return -((bow * bow) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(v[0])) + 10);
            }
        );

    // In six dimensions; minimum −3.32237.
    private static KnownFunction Hartmann()
    {
        double[] alpha = [1, 1.2, 3, 3.2];
        double[][] a =
        [
            [10, 3, 17, 3.5, 1.7, 8],
            [0.05, 10, 17, 0.1, 8, 14],
            [3, 3.5, 1.7, 10, 17, 8],
            [17, 8, 0.05, 10, 0.1, 14],
        ];
        double[][] p =
        [
            [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
            [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
            [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650],
            [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
        ];
        return new KnownFunction(
            "hartmann",
            new SearchSpace([.. Enumerable.Range(0, 6).Select(n => Linear($"x{n}", 0, 1))]),
            3.32237,
            v =>
                Enumerable
                    .Range(0, 4)
                    .Sum(i =>
                        alpha[i] * Math.Exp(-Enumerable.Range(0, 6).Sum(j => a[i][j] * Math.Pow(v[j] - p[i][j], 2)))
                    )
        );
    }

    // As models are: a penalty and a size by ratios, a share, two ways of which one is better.
    private static KnownFunction Mixed() =>
        new(
            "mixed",
            new SearchSpace([
                new NumberRange("penalty", 1e-4, 1, RangeScale.Log, null),
                new NumberRange("size", 8, 512, RangeScale.Log, 1),
                Linear("share", 0, 1),
                new Choices("way", 3, Ordered: false),
            ]),
            1,
            v =>
                1
                - (0.1 * Math.Pow(Math.Log10(v[0] / 0.007), 2))
                - (0.05 * Math.Pow(Math.Log2(v[1] / 181), 2))
                - (0.5 * Math.Pow(v[2] - 0.3, 2))
                - (v[3] == 1 ? 0 : 0.15)
        );

    // The same bowl for all, and something that depends on the digits alone.
    private static KnownFunction Noisy() =>
        new(
            "noisy",
            new SearchSpace([Linear("x", 0, 1), Linear("y", 0, 1)]),
            0,
            v =>
                -Math.Pow(v[0] - 0.2, 2) - Math.Pow(v[1] - 0.7, 2) - (0.01 * Math.Pow(Math.Sin(1e5 * (v[0] + v[1])), 2))
        );

    // A third of the space fails, and beside it scores are absurd.
    private static KnownFunction Failing() =>
        new(
            "failing",
            new SearchSpace([new NumberRange("rate", 1e-4, 1, RangeScale.Log, null), Linear("decay", 0, 1)]),
            0,
            v =>
                v[0] > 0.05 ? null
                : v[0] > 0.03 ? -1e6
                : -Math.Pow(Math.Log10(v[0] / 0.02), 2) - Math.Pow(v[1] - 0.4, 2)
        );
}
