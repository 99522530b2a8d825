namespace Matinee.Core.Evaluation;

/// <summary>Predicted against given ratings of the held-out pairs.</summary>
/// <param name="Users">User index per pair; pairs of a user stand together.</param>
/// <param name="Items">Item index per pair.</param>
/// <param name="Actual">Stars given.</param>
/// <param name="Predicted">Stars predicted.</param>
public sealed record RatingResult(int[] Users, int[] Items, float[] Actual, float[] Predicted)
{
    public int Count => Users.Length;

    /// <summary>The pairs of several results of the same users.</summary>
    public static RatingResult Join(IReadOnlyList<RatingResult> results)
    {
        (int User, int Item, float Actual, float Predicted)[] pairs =
        [
            .. results
                .SelectMany(result =>
                    Enumerable
                        .Range(0, result.Count)
                        .Select(n => (result.Users[n], result.Items[n], result.Actual[n], result.Predicted[n]))
                )
                .OrderBy(pair => pair.Item1),
        ];
        return new RatingResult(
            [.. pairs.Select(pair => pair.User)],
            [.. pairs.Select(pair => pair.Item)],
            [.. pairs.Select(pair => pair.Actual)],
            [.. pairs.Select(pair => pair.Predicted)]
        );
    }

    /// <summary>Root mean squared error over all pairs, not per user.</summary>
    public double Rmse => Math.Sqrt(Mean(error => error * error));

    /// <summary>Mean absolute error over all pairs.</summary>
    public double Mae => Mean(Math.Abs);

    /// <summary>Per user with a held-out rating: summed squared errors, summed absolute errors, number of ratings.</summary>
    public (double[] Squared, double[] Absolute, double[] Counts) SumsPerUser()
    {
        var squared = new List<double>();
        var absolute = new List<double>();
        var counts = new List<double>();
        for (int n = 0; n < Count; n++)
        {
            if (n == 0 || Users[n] != Users[n - 1])
            {
                squared.Add(0);
                absolute.Add(0);
                counts.Add(0);
            }

            double error = (double)Predicted[n] - Actual[n];
            squared[^1] += error * error;
            absolute[^1] += Math.Abs(error);
            counts[^1]++;
        }

        return ([.. squared], [.. absolute], [.. counts]);
    }

    private double Mean(Func<double, double> loss)
    {
        double sum = 0;
        for (int n = 0; n < Count; n++)
        {
            sum += loss((double)Predicted[n] - Actual[n]);
        }

        return Count == 0 ? 0 : sum / Count;
    }
}
