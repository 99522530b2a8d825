using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Tests.Evaluation;

public class RatingEvaluatorTests
{
    private const int Users = 1000;
    private const int Items = 7;

    // User u has rated u mod 7 movies and is asked for u mod 4 others; every fourth for none.
    private static readonly InteractionMatrix Histories = Matrices.Of(Items, Rows(user => user % 7));
    private static readonly InteractionMatrix HeldOut = Matrices.Of(Items, Rows(user => user % 4));

    [Fact]
    public void Evaluate_SomeWithoutHeldOutRatings_PredictsEachForItsUser()
    {
        RatingResult result = RatingEvaluator.Evaluate(new Known(), Histories, HeldOut);

        Assert.Equal(Enumerable.Range(0, Users).SelectMany(user => Enumerable.Repeat(user, user % 4)), result.Users);
        Assert.Equal(HeldOut.Columns.ToArray(), result.Items);
        Assert.Equal(
            result.Users.Zip(result.Items, (user, item) => 100f * user + 10 * (user % 7) + item),
            result.Predicted
        );
    }

    [Fact]
    public void Evaluate_NothingHeldOut_IsEmpty() =>
        Assert.Equal(
            0,
            RatingEvaluator
                .Evaluate(
                    new Known(),
                    Histories,
                    Matrices.Of(
                        Items,
                        [
                            [],
                            [],
                        ]
                    )
                )
                .Count
        );

    [Fact]
    public void Evaluate_ModelWithChances_KeepsEachPairsOwnAndItsTime()
    {
        InteractionMatrix heldOut = Matrices.Timed(
            Items,
            [
                .. Enumerable
                    .Range(0, Users)
                    .Select(user => Enumerable.Range(0, user % 4).Select(item => (item, 10L * user + item)).ToArray()),
            ]
        );

        RatingResult result = RatingEvaluator.Evaluate(new Chances(), Histories, heldOut, tellTimes: true);

        RatingDistributions chances = result.Distributions!;
        for (int pair = 0; pair < result.Count; pair++)
        {
            (int user, int item) = (result.Users[pair], result.Items[pair]);
            Assert.Equal(Chances.Row(user, item), chances.Of(pair).ToArray());
            Assert.Equal(user + item, result.Predicted[pair]);
            Assert.Equal((10 * user) + item, result.TimedPredictions![pair]);
            // A quarter one star below and one above, or all in the middle.
            Assert.Equal((user + item) % 2 == 0 ? MathF.Sqrt(0.5f) : 0, chances.StandardDeviations[pair], 1e-6f);
        }

        Assert.Equal([0, 0, 1], chances.LevelShares.ToArray());
    }

    private static int[][] Rows(Func<int, int> count) =>
        [.. Enumerable.Range(0, Users).Select(user => Enumerable.Range(0, count(user)).ToArray())];

    /// <summary>Chances that tell pairs apart, means that say whom and when, and no spread of its own.</summary>
    private sealed class Chances : IRatingDistributionPredictor
    {
        public string Kind => "chances";
        public int ItemCount => Items;
        public IReadOnlyList<float> Levels { get; } = [2, 3, 4];

        public static float[] Row(int user, int item) => (user + item) % 2 == 0 ? [0.25f, 0.5f, 0.25f] : [0, 1, 0];

        public void Predict(UserHistory history, ReadOnlySpan<int> items, Span<RatingPrediction> predictions) =>
            throw new NotSupportedException();

        public void PredictDistributions(
            ReadOnlySpan<UserHistory> histories,
            ReadOnlySpan<int> counts,
            ReadOnlySpan<int> items,
            ReadOnlySpan<long> timestamps,
            Span<RatingPrediction> predictions,
            Span<float> probabilities
        )
        {
            int n = 0;
            for (int asked = 0; asked < histories.Length; asked++)
            {
                int user = histories[asked].Row!.Value.Value;
                for (int end = n + counts[asked]; n < end; n++)
                {
                    predictions[n] = new RatingPrediction(timestamps.IsEmpty ? user + items[n] : timestamps[n]);
                    Row(user, items[n]).CopyTo(probabilities[(3 * n)..]);
                }
            }
        }

        public void Save(ComponentWriter writer) => throw new NotSupportedException();
    }

    /// <summary>Says whom it was asked for: 100 user + 10 ratings + item.</summary>
    private sealed class Known : IRatingPredictor
    {
        public string Kind => "known";
        public int ItemCount => Items;

        public void Predict(UserHistory history, ReadOnlySpan<int> items, Span<RatingPrediction> predictions)
        {
            for (int n = 0; n < items.Length; n++)
            {
                predictions[n] = new RatingPrediction(100f * history.Row!.Value.Value + 10 * history.Count + items[n]);
            }
        }

        public void Save(ComponentWriter writer) => throw new NotSupportedException();
    }
}
