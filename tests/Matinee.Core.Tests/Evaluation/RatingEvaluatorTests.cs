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

    private static int[][] Rows(Func<int, int> count) =>
        [.. Enumerable.Range(0, Users).Select(user => Enumerable.Range(0, count(user)).ToArray())];

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
