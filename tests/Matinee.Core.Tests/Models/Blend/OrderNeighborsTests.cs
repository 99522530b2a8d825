using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;

namespace Matinee.Core.Tests.Models.Blend;

public class OrderNeighborsTests
{
    // u0: 0, 1, 2; u1: 1, 0. Forward 0 → 1: 1, 0 → 2: ½, 1 → 2: 1, 1 → 0: 1; two ratings of 0, two of 1, one of 2.
    private static readonly InteractionMatrix Two = new(
        [0, 3, 5],
        [0, 1, 2, 0, 1],
        new float[5],
        [10, 20, 30, 60, 50],
        3
    );

    private static readonly InteractionMatrix Many = RandomRatings.Create(
        users: 300,
        items: 320,
        perUser: 60,
        moments: 40,
        secondsPerMoment: 1
    );

    [Fact]
    public void ScoreNext_TwoUsers_MatchesTheHandWorkedScores()
    {
        // The latest is 1, before it 0.
        float[] scores = Next(Train(Two), History((0, 100), (1, 200)));

        Assert.Equal(Math.Sqrt(1 / Math.Sqrt(2) / Math.Sqrt(5)), scores[0], 1e-6);
        Assert.Equal(Math.Sqrt(0.8 / Math.Sqrt(2) / Math.Sqrt(5)), scores[1], 1e-6);
        Assert.Equal(Math.Sqrt((1 + (0.8 * 0.5)) / Math.Sqrt(2) / Math.Sqrt(4)), scores[2], 1e-6);
    }

    [Fact]
    public void ScoreNear_TwoUsers_AddsWhatStandsBefore()
    {
        float[] scores = Near(Train(Two), History((0, 100), (1, 200)));

        // Both users have 0 and 1 side by side, one in each order; nothing stands before 0 or 1 that is 2.
        Assert.Equal(Math.Sqrt(2 / Math.Sqrt(2) / Math.Sqrt(5)), scores[0], 1e-6);
        Assert.Equal(Math.Sqrt(0.8 * 2 / Math.Sqrt(2) / Math.Sqrt(5)), scores[1], 1e-6);
        Assert.Equal(Math.Sqrt((1 + (0.8 * 0.5)) / Math.Sqrt(2) / Math.Sqrt(4)), scores[2], 1e-6);
    }

    [Fact]
    public void ContributionsNext_TwoUsers_SplitsInProportionToTheTerms()
    {
        var contributions = new float[4];
        Train(Two).ContributionsNext(History((0, 100), (1, 200)), [2, 0], contributions);

        double score = Math.Sqrt(1.4 / Math.Sqrt(2) / Math.Sqrt(4));
        Assert.Equal(score * 0.4 / 1.4, contributions[0], 1e-6);
        Assert.Equal(score * 1 / 1.4, contributions[1], 1e-6);
        Assert.Equal(0, contributions[2]);
        Assert.Equal(Math.Sqrt(1 / Math.Sqrt(2) / Math.Sqrt(5)), contributions[3], 1e-6);
    }

    [Fact]
    public void Train_SameSecond_OrdersByItem()
    {
        var ratings = new InteractionMatrix([0, 3], [0, 1, 2], new float[3], [7, 7, 7], 3);

        // 0, 1, 2: after 1 comes 2 alone.
        Assert.Equal([0, 0, MathF.Sqrt(0.5f)], Next(Train(ratings), History((1, 1))));
    }

    [Fact]
    public void ScoreNext_SameSecondInTheHistory_TakesTheHigherItemAsTheLatest()
    {
        float[] scores = Next(Train(Two), History((0, 200), (1, 200)));

        Assert.Equal(Math.Sqrt(1 / Math.Sqrt(2) / Math.Sqrt(5)), scores[0], 1e-6);
        Assert.Equal(Math.Sqrt(0.8 / Math.Sqrt(2) / Math.Sqrt(5)), scores[1], 1e-6);
    }

    [Fact]
    public void Train_ElevenApart_DoesNotCount()
    {
        int[] items = [.. Enumerable.Range(0, 12)];
        var ratings = new InteractionMatrix([0, 12], items, new float[12], [.. items.Select(item => (long)item)], 12);

        float[] scores = Next(Train(ratings), History((0, 1)));

        Assert.Equal(Math.Sqrt(0.1 / 2), scores[10], 1e-6);
        Assert.Equal(0, scores[11]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Score_RandomRatings_MatchesTheSlowTwin(bool near)
    {
        OrderNeighbors order = Train(Many);
        var slow = new SlowOrder(Many);

        Assert.True(slow.Dropped > 0, "No list is full: the limit goes untested.");
        for (int user = 0; user < Many.RowCount; user += 29)
        {
            UserHistory history = Many.History(new UserIndex(user));
            float[] scores = near ? Near(order, history) : Next(order, history);
            Assert.All(scores, (score, item) => Assert.Equal(slow.Score(history, item, near), score, 1e-5));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Contributions_RandomRatings_AreTheSharesOfTheTermsAndSumToTheScore(bool near)
    {
        OrderNeighbors order = Train(Many);
        var slow = new SlowOrder(Many);
        UserHistory history = Many.History(new UserIndex(5));
        int[] explained = [.. Enumerable.Range(0, Many.ColumnCount)];
        float[] contributions = Filled(explained.Length * history.Count);
        if (near)
        {
            order.ContributionsNear(history, explained, contributions);
        }
        else
        {
            order.ContributionsNext(history, explained, contributions);
        }

        float[] scores = near ? Near(order, history) : Next(order, history);
        foreach (int item in explained)
        {
            float[] parts = contributions[(item * history.Count)..((item + 1) * history.Count)];
            double[] terms = slow.Terms(history, item, near);
            double root = Math.Max(1e-30, Math.Sqrt(terms.Sum()));
            Assert.All(parts, (part, n) => Assert.Equal(terms[n] / root, part, 1e-5));
            Assert.Equal(scores[item], parts.Sum(), 1e-5);
        }
    }

    [Fact]
    public void Train_AnyThreadCount_GivesTheSameBytes()
    {
        byte[] one = Bytes(OrderNeighbors.Train(Many, new TrainingContext { MaxThreads = 1 }));

        Assert.Equal(one, Bytes(OrderNeighbors.Train(Many, new TrainingContext { MaxThreads = 4 })));
    }

    [Fact]
    public void Load_Saved_ScoresTheSame()
    {
        OrderNeighbors order = Train(Many);
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("order.safetensors"), Bytes(order));
        using var reader = new SafetensorsReader(folder.File("order.safetensors"));

        OrderNeighbors loaded = OrderNeighbors.Load(reader);

        UserHistory history = Many.History(new UserIndex(3));
        Assert.Equal(Many.ColumnCount, loaded.ItemCount);
        Assert.Equal(Next(order, history), Next(loaded, history));
        Assert.Equal(Near(order, history), Near(loaded, history));
    }

    [Fact]
    public void Score_EmptyHistory_GivesZeros()
    {
        OrderNeighbors order = Train(Two);

        Assert.Equal(new float[3], Next(order, UserHistory.Empty));
        Assert.Equal(new float[3], Near(order, UserHistory.Empty));
        order.ContributionsNext(UserHistory.Empty, [0, 1], []);
    }

    [Fact]
    public void Score_ItemsBeyondTheTrained_AreIgnored()
    {
        OrderNeighbors order = Train(Two);
        UserHistory beyond = History((0, 100), (1, 200), (3, 300), (4, 300), (5, 300), (6, 300), (7, 300));
        float[] contributions = Filled(7);

        order.ContributionsNear(beyond, [2], contributions);

        Assert.Equal(Near(order, History((0, 100), (1, 200))), Near(order, beyond));
        Assert.Equal(Near(order, beyond)[2], contributions[0] + contributions[1], 1e-6);
        Assert.Equal(new float[5], contributions[2..]);
    }

    [Fact]
    public void Score_ItemWithoutRatings_GivesZeros()
    {
        var ratings = new InteractionMatrix([0, 2], [0, 1], new float[2], [1, 2], 3);

        Assert.Equal(new float[3], Near(Train(ratings), History((2, 1))));
    }

    [Fact]
    public void Train_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            OrderNeighbors.Train(Two, new TrainingContext { Cancellation = cancellation.Token })
        );
    }

    private static OrderNeighbors Train(InteractionMatrix ratings) =>
        OrderNeighbors.Train(ratings, new TrainingContext());

    private static UserHistory History(params (int Item, long Time)[] ratings) =>
        new(
            ratings.Select(rating => rating.Item).ToArray(),
            new float[ratings.Length],
            ratings.Select(rating => rating.Time).ToArray()
        );

    private static float[] Next(OrderNeighbors order, UserHistory history)
    {
        float[] scores = Filled(order.ItemCount);
        order.ScoreNext(history, scores);
        return scores;
    }

    private static float[] Near(OrderNeighbors order, UserHistory history)
    {
        float[] scores = Filled(order.ItemCount);
        order.ScoreNear(history, scores);
        return scores;
    }

    // What was there before must not count.
    private static float[] Filled(int length)
    {
        var values = new float[length];
        Array.Fill(values, 9);
        return values;
    }

    private static byte[] Bytes(OrderNeighbors order)
    {
        var tensors = new SafetensorsWriter();
        order.Save(tensors);
        using var stream = new MemoryStream();
        tensors.Write(stream);
        return stream.ToArray();
    }
}
