namespace Matinee.Core.Evaluation;

/// <summary>Predicted against given ratings of the held-out pairs.</summary>
/// <param name="Users">User index per pair; pairs of a user stand together.</param>
/// <param name="Items">Item index per pair.</param>
/// <param name="Actual">Stars given.</param>
/// <param name="Predicted">Stars predicted, not knowing when the rating was given.</param>
public sealed record RatingResult(int[] Users, int[] Items, float[] Actual, float[] Predicted)
{
    public int Count => Users.Length;

    /// <summary>How likely each level was held, not knowing when; null where the model predicts stars alone.</summary>
    public RatingDistributions? Distributions { get; init; }

    /// <summary>Stars predicted by a model that was told when each rating was given; null where none was.</summary>
    public float[]? TimedPredictions { get; init; }

    /// <summary>The pairs of several results of the same users.</summary>
    public static RatingResult Join(IReadOnlyList<RatingResult> results)
    {
        (int Result, int Pair)[] pairs =
        [
            .. results
                .SelectMany((result, number) => Enumerable.Range(0, result.Count).Select(pair => (number, pair)))
                .OrderBy(place => results[place.number].Users[place.pair]),
        ];
        return new RatingResult(
            Each(result => result.Users),
            Each(result => result.Items),
            Each(result => result.Actual),
            Each(result => result.Predicted)
        )
        {
            Distributions = results.All(result => result.Distributions is not null)
                ? RatingDistributions.Join([.. results.Select(result => result.Distributions!)], pairs)
                : null,
            TimedPredictions = results.All(result => result.TimedPredictions is not null)
                ? Each(result => result.TimedPredictions!)
                : null,
        };

        T[] Each<T>(Func<RatingResult, T[]> of) => [.. pairs.Select(place => of(results[place.Result])[place.Pair])];
    }

    /// <summary>Root mean squared error over all pairs, not per user.</summary>
    public double Rmse => Math.Sqrt(Mean(SquaredError));

    /// <summary>Mean absolute error over all pairs.</summary>
    public double Mae => Mean(AbsoluteError);

    public double SquaredError(int pair) => AbsoluteError(pair) * AbsoluteError(pair);

    public double AbsoluteError(int pair) => Math.Abs((double)Predicted[pair] - Actual[pair]);

    /// <summary>The mean of a value over all pairs; 0 where there are none.</summary>
    public double Mean(Func<int, double> valueOf)
    {
        double sum = 0;
        for (int pair = 0; pair < Count; pair++)
        {
            sum += valueOf(pair);
        }

        return Count == 0 ? 0 : sum / Count;
    }

    /// <summary>Per user with a held-out rating: summed squared errors, summed absolute errors, number of ratings.</summary>
    public (double[] Squared, double[] Absolute, double[] Counts) SumsPerUser() =>
        (SumPerUser(SquaredError), SumPerUser(AbsoluteError), SumPerUser(_ => 1));

    /// <summary>A value of pairs summed by user, one sum per user of <see cref="RatedUsers"/>.</summary>
    public double[] SumPerUser(Func<int, double> valueOf)
    {
        var sums = new List<double>();
        for (int pair = 0; pair < Count; pair++)
        {
            if (IsFirstOfUser(pair))
            {
                sums.Add(0);
            }

            sums[^1] += valueOf(pair);
        }

        return [.. sums];
    }

    /// <summary>The users with a held-out rating, in order.</summary>
    public IEnumerable<int> RatedUsers() => Enumerable.Range(0, Count).Where(IsFirstOfUser).Select(pair => Users[pair]);

    private bool IsFirstOfUser(int pair) => pair == 0 || Users[pair] != Users[pair - 1];
}
