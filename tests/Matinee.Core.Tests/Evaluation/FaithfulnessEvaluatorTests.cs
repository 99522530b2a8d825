using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Numerics;
using Matinee.Core.Tests.Ranking;

namespace Matinee.Core.Tests.Evaluation;

public class FaithfulnessEvaluatorTests
{
    private const int Users = 20;
    private const int Items = 60;

    // Everyone has rated 35 movies: long enough for the ranker alone.
    private static readonly InteractionMatrix Histories = CreateHistories(35);

    [Fact]
    public void Evaluate_HonestReasons_HoldAlways()
    {
        FaithfulnessResult result = Evaluator(new FixedExplainer(RandomWeights())).Evaluate(100);

        Assert.Equal(new FaithfulnessResult(100, 100), result);
    }

    [Fact]
    public void Evaluate_ReasonsTurnedUpsideDown_NeverHold()
    {
        FaithfulnessResult result = Evaluator(new FixedExplainer(RandomWeights(), lies: true)).Evaluate(100);

        Assert.Equal(new FaithfulnessResult(100, 0), result);
    }

    [Fact]
    public void Evaluate_ReasonsOfAnotherRanker_HoldHalfTheTime()
    {
        // The reason is as good as a random movie.
        FaithfulnessResult result = Evaluator(new Misattributing(RandomWeights())).Evaluate(200);

        Assert.InRange(result.Rate, 0.35, 0.65);
    }

    [Fact]
    public void Evaluate_AnyThreadCount_GivesTheSame()
    {
        FaithfulnessEvaluator evaluator = Evaluator(new Misattributing(RandomWeights()));

        Assert.Equal(evaluator.Evaluate(150, maxThreads: 1), evaluator.Evaluate(150, maxThreads: 4));
    }

    [Fact]
    public void Evaluate_MoreCasesThanThereAre_TestsEveryListOnce()
    {
        Assert.Equal(Users * 10, Evaluator(new FixedExplainer(RandomWeights())).Evaluate(int.MaxValue).Cases);
    }

    [Fact]
    public void Evaluate_NobodyRatedTwoMovies_TestsNothing()
    {
        var evaluator = new FaithfulnessEvaluator(
            new FixedExplainer(RandomWeights()),
            PopularityModel.Train(Histories),
            CreateHistories(1)
        );

        Assert.Equal(default, evaluator.Evaluate(100));
        Assert.Equal(default, default(FaithfulnessResult).Interval);
    }

    [Theory]
    [InlineData(9, 0.5958, 0.9821)]
    [InlineData(10, 0.7225, 1)]
    [InlineData(0, 0, 0.2775)]
    public void Interval_OfTenCases_IsWilsons(int passed, double low, double high)
    {
        Interval interval = new FaithfulnessResult(10, passed).Interval;

        Assert.Equal(low, interval.Low, 1e-4);
        Assert.Equal(high, interval.High, 1e-4);
    }

    private static FaithfulnessEvaluator Evaluator(IRanker ranker) =>
        new(ranker, PopularityModel.Train(Histories), Histories);

    private static float[,] RandomWeights()
    {
        var random = new CounterRandom(1, 1);
        var weights = new float[Items, Items];
        for (int rated = 0; rated < Items; rated++)
        {
            for (int item = 0; item < Items; item++)
            {
                weights[rated, item] = (float)random.Uniform((rated * Items) + item);
            }
        }

        return weights;
    }

    private static InteractionMatrix CreateHistories(int length)
    {
        int[] starts = [.. Enumerable.Range(0, Users + 1).Select(user => user * length)];
        int[] items =
        [
            .. Enumerable
                .Range(0, Users)
                .SelectMany(user => Enumerable.Range(0, length).Select(n => (user + n) % Items).Order()),
        ];
        return new InteractionMatrix(starts, items, new float[items.Length], new long[items.Length], Items);
    }

    // Scores by its weights, explains by those of the next item.
    private sealed class Misattributing(float[,] weights) : IExplainer
    {
        private readonly FixedExplainer inner = new(weights);

        public string Kind => inner.Kind;
        public int ItemCount => inner.ItemCount;

        public void Score(UserHistory history, Span<float> scores) => inner.Score(history, scores);

        public void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions) =>
            inner.Contributions(
                history,
                [.. explained.ToArray().Select(item => (item + 1) % ItemCount)],
                contributions
            );

        public void Save(ComponentWriter writer) => inner.Save(writer);
    }
}
