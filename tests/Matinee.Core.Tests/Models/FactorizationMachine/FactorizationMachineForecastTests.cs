using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class FactorizationMachineForecastTests
{
    private const long Day = 86_400;
    private const long KnownDay = 4 * Day + 17;
    private const long UnknownDay = 400 * Day;

    private static readonly TrainingData s_data = RichDesign.Data();
    private static readonly Dictionary<RatingLikelihood, FactorizationMachineModel> s_models =
        Enum.GetValues<RatingLikelihood>().ToDictionary(likelihood => likelihood, Train);
    private static readonly UserHistory[] s_histories =
    [
        s_data.Ratings.History(new UserIndex(3)),
        new(new[] { 1, 5, 25 }, new[] { 4f, 1f, 2.5f }, new[] { 2 * Day, 3 * Day, 900 * Day }),
        UserHistory.Empty,
    ];
    private static readonly int[] s_counts = [4, 2, 3];
    private static readonly int[] s_items = [0, 7, 24, 3, 2, 25, 9, 9, 23];
    private static readonly long[] s_times = [0, KnownDay, UnknownDay, Day, KnownDay, 2 * Day, -5, 8 * Day, 3 * Day];

    public static TheoryData<RatingLikelihood> Likelihoods => [.. Enum.GetValues<RatingLikelihood>()];

    [Theory]
    [MemberData(nameof(Likelihoods))]
    public void PredictDistributions_AnyHistories_SumToOne(RatingLikelihood likelihood)
    {
        Forecast forecast = Predict(likelihood, s_histories, s_counts, s_items, s_times);

        Assert.All(
            forecast.Probabilities,
            row =>
            {
                Assert.All(row, share => Assert.InRange(share, 0, 1));
                Assert.Equal(1, row.Sum(), 1e-5f);
            }
        );
        Assert.All(
            forecast.Predictions,
            prediction =>
            {
                Assert.InRange(prediction.Mean, 1, 5);
                Assert.InRange(prediction.StandardDeviation!.Value, 0.1, 3);
            }
        );
    }

    [Fact]
    public void PredictDistributions_Probit_MeansAreTheLevelsMeans()
    {
        Forecast forecast = Predict(RatingLikelihood.Probit, s_histories, s_counts, s_items, s_times);

        for (int n = 0; n < s_items.Length; n++)
        {
            double mean = forecast.Probabilities[n].Select((share, k) => share * (k + 1.0)).Sum();
            Assert.Equal(mean, forecast.Predictions[n].Mean, 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Likelihoods))]
    public void PredictDistributions_SeveralHistories_EqualOneByOne(RatingLikelihood likelihood)
    {
        Forecast together = Predict(likelihood, s_histories, s_counts, s_items, s_times);

        int n = 0;
        for (int h = 0; h < s_histories.Length; h++)
        {
            for (int end = n + s_counts[h]; n < end; n++)
            {
                Forecast alone = Predict(likelihood, [s_histories[h]], [1], [s_items[n]], [s_times[n]]);
                Assert.Equal(alone.Predictions[0], together.Predictions[n]);
                Assert.Equal(alone.Probabilities[0], together.Probabilities[n]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Likelihoods))]
    public void PredictDistributions_TimesNotTold_EqualPredict(RatingLikelihood likelihood)
    {
        Forecast forecast = Predict(likelihood, s_histories, s_counts, s_items, []);

        int n = 0;
        for (int h = 0; h < s_histories.Length; h++)
        {
            var predictions = new RatingPrediction[s_counts[h]];
            s_models[likelihood].Predict(s_histories[h], s_items.AsSpan(n, s_counts[h]), predictions);
            Assert.Equal(forecast.Predictions[n..(n + s_counts[h])], predictions);
            n += s_counts[h];
        }
    }

    [Theory]
    [MemberData(nameof(Likelihoods))]
    public void PredictDistributions_Time_CountsWhereItsDayIsKnown(RatingLikelihood likelihood)
    {
        foreach (UserHistory history in s_histories)
        {
            Forecast untold = Predict(likelihood, [history], [2], [0, 24], []);
            Forecast known = Predict(likelihood, [history], [2], [0, 24], [KnownDay, KnownDay]);
            Forecast unknown = Predict(likelihood, [history], [2], [0, 24], [UnknownDay, UnknownDay]);

            Assert.Equal(untold.Predictions, unknown.Predictions);
            Assert.NotEqual(untold.Predictions[0], known.Predictions[0]);
            Assert.NotEqual(untold.Predictions[1], known.Predictions[1]);
        }
    }

    [Theory]
    [MemberData(nameof(Likelihoods))]
    public void PredictDistributions_ManyThreads_DoNotMeet(RatingLikelihood likelihood)
    {
        Forecast expected = Predict(likelihood, s_histories, s_counts, s_items, s_times);

        Parallel.For(
            0,
            64,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            n =>
            {
                int first = n % s_histories.Length;
                int start = s_counts.Take(first).Sum();
                int count = s_counts[first];
                Forecast own = Predict(
                    likelihood,
                    [s_histories[first]],
                    [count],
                    s_items[start..(start + count)],
                    s_times[start..(start + count)]
                );
                Assert.Equal(expected.Predictions[start..(start + count)], own.Predictions);
            }
        );
    }

    private static FactorizationMachineModel Train(RatingLikelihood likelihood) =>
        FactorizationMachineTrainer.Train(
            s_data,
            RichDesign.Options with
            {
                Likelihood = likelihood,
            },
            new TrainingContext()
        );

    private static Forecast Predict(
        RatingLikelihood likelihood,
        UserHistory[] histories,
        int[] counts,
        int[] items,
        long[] times
    )
    {
        FactorizationMachineModel model = s_models[likelihood];
        Assert.Equal([1, 2, 3, 4, 5], model.Levels);
        var predictions = new RatingPrediction[items.Length];
        var probabilities = new float[items.Length * 5];
        probabilities.AsSpan().Fill(float.NaN);
        model.PredictDistributions(histories, counts, items, times, predictions, probabilities);
        return new Forecast(predictions, [.. probabilities.Chunk(5)]);
    }

    private sealed record Forecast(RatingPrediction[] Predictions, float[][] Probabilities);
}
