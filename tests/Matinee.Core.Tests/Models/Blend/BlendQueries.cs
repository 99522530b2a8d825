using Matinee.Core.Models.Blend;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.Blend;

/// <summary>Drawn users, each with some candidates.</summary>
internal static class BlendQueries
{
    /// <param name="planted">
    /// The three candidates with the greatest planted·x + noise are relevant; of all zeros and noise 1, three at random are.
    /// </param>
    public static BlendQuery[] Draw(int users, int candidates, double[] planted, double noise, long seed = 1)
    {
        int features = planted.Length;
        return
        [
            .. Enumerable
                .Range(0, users)
                .Select(user =>
                {
                    var random = new CounterRandom(seed, user);
                    float[] values =
                    [
                        .. Enumerable.Range(0, candidates * features).Select(n => (float)random.Normal(n)),
                    ];
                    double[] worth =
                    [
                        .. Enumerable
                            .Range(0, candidates)
                            .Select(candidate =>
                                noise * random.Normal(values.Length + candidate)
                                + planted.Select((weight, n) => weight * values[candidate * features + n]).Sum()
                            ),
                    ];
                    double third = worth.OrderDescending().ElementAt(2);
                    return new BlendQuery(values, [.. worth.Select(value => value >= third)], 3);
                }),
        ];
    }

    /// <summary>One feature, the scores themselves.</summary>
    public static BlendQuery OfScores(float[] scores, int[] relevantPlaces, int relevant) =>
        new(scores, [.. Enumerable.Range(0, scores.Length).Select(relevantPlaces.Contains)], relevant);
}
