using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class FoldInTests
{
    // Nothing about a user but what a visitor has as well.
    private static readonly FactorizationMachineOptions s_options = new()
    {
        Rank = 2,
        Sweeps = 5_000,
        BurnIn = 0.4,
        Chains = 1,
        KeptSamples = 1_500,
        UseRatingUsers = false,
        UseUserAttributes = false,
    };

    // Given everything else, a Gibbs sampler's user and a folded in one are drawn from the same distribution.
    [Theory]
    [InlineData(RatingLikelihood.Gaussian)]
    [InlineData(RatingLikelihood.Probit)]
    public void Of_HistoryOfATrainingUser_IsDrawnLikeTheirRow(RatingLikelihood likelihood)
    {
        var world = new SimulatedRatings(40, 25, rank: 1, intercept: 3, seed: 71);
        TrainingData data = world.Data(world.Pairs(0.4, 71), noise: 4, seed: 72);
        PosteriorSamples posterior = Sample(data, s_options with { Likelihood = likelihood });
        var days = new DayMap(posterior.Shape.DayNumbers);

        foreach (int user in new[] { 0, 7, 21, 39 })
        {
            UserHistory history = data.Ratings.History(new UserIndex(user));
            var historyDays = new HistoryDays(posterior, days, history);
            var row = new float[posterior.Users.Length];
            posterior.Users.Read(user, row);
            float[] folded = FoldIn.Of(posterior, historyDays, history, likelihood == RatingLikelihood.Probit);
            for (int item = 0; item < world.Movies; item += 4)
            {
                float[] trained = Predictions(posterior, row, item);
                float[] own = Predictions(posterior, folded, item);
                MonteCarlo.AssertMean(0, Differences(own, trained, value => value), $"mean of {user}, {item}");
                double center = trained.Average();
                MonteCarlo.AssertMean(
                    0,
                    Differences(own, trained, value => (value - center) * (value - center)),
                    $"variance of {user}, {item}"
                );
            }
        }
    }

    [Fact]
    public void Of_NoHistory_IsDrawnFromThePrior()
    {
        var world = new SimulatedRatings(40, 25, rank: 1, intercept: 3, seed: 71);
        PosteriorSamples posterior = Sample(world.Data(world.Pairs(0.4, 71), noise: 4, seed: 72), s_options);
        int samples = posterior.Shape.Samples;

        float[] row = FoldIn.Of(
            posterior,
            new HistoryDays(posterior, new DayMap(posterior.Shape.DayNumbers), UserHistory.Empty),
            UserHistory.Empty,
            probit: true
        );

        for (int part = 0; part < 1 + posterior.Shape.Rank; part++)
        {
            double[] standard =
            [
                .. Enumerable
                    .Range(0, samples)
                    .Select(s =>
                        (row[part * samples + s] - posterior.UserPriors[part * samples + s])
                        * Math.Sqrt(posterior.UserPriors[(1 + posterior.Shape.Rank + part) * samples + s])
                    ),
            ];
            MonteCarlo.AssertMean(0, standard, $"mean of part {part}");
            MonteCarlo.AssertMean(1, [.. standard.Select(value => value * value)], $"variance of part {part}");
        }
    }

    // What was not in the training is no feature of a user, yet counts as a rating.
    [Fact]
    public void Of_MovieThatNobodyRated_IsHeard()
    {
        TrainingData data = RichDesign.Data();
        PosteriorSamples posterior = Sample(data, RichDesign.Options);
        int unrated = RichDesign.Movies + 1;

        float low = Mean(1);
        float high = Mean(5);

        Assert.True(high > low + 0.05, $"{high} against {low}");

        float Mean(float stars)
        {
            var history = new UserHistory(new[] { unrated }, new[] { stars }, new[] { 0L });
            var days = new HistoryDays(posterior, new DayMap(posterior.Shape.DayNumbers), history);
            float[] row = FoldIn.Of(posterior, days, history, probit: true);
            return row.Take(posterior.Shape.Samples).Average();
        }
    }

    private static PosteriorSamples Sample(TrainingData data, FactorizationMachineOptions options)
    {
        using var run = new GibbsRun(data, options, new TrainingContext { MaxThreads = 1 });
        return run.Sample();
    }

    private static float[] Predictions(PosteriorSamples posterior, float[] row, int item)
    {
        var person = new Person(posterior, row, posterior.OtherDay);
        person.MoveTo(-1);
        var predictions = new float[posterior.Shape.Samples];
        person.Predict(item, predictions);
        return predictions;
    }

    private static double[] Differences(float[] one, float[] other, Func<double, double> of) =>
        [.. one.Zip(other, (x, y) => of(x) - of(y))];
}
