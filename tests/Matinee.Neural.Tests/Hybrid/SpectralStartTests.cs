using Matinee.Core.Interactions;
using Matinee.Core.Models.Ease;
using Matinee.Core.Numerics;
using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class SpectralStartTests
{
    private const double Regularization = 5;

    public SpectralStartTests() => TorchRuntime.Choose(DeviceChoice.Cpu);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_AsManyFactorsAsTheRank_IsTheClosedFormOfEase(bool moreUsersThanItems)
    {
        InteractionMatrix ratings = moreUsersThanItems ? SmallWorld.Ratings.Transpose() : SmallWorld.Ratings;
        int items = ratings.ColumnCount;
        EaseModel ease = EaseTrainer.Train(
            ratings,
            new EaseOptions { Regularization = Regularization },
            SmallWorld.Context
        );

        float[,] products = Products(ratings, items, SmallWorld.Users);

        var scores = new float[items];
        float largest = 0;
        for (int item = 0; item < items; item++)
        {
            ease.Score(new UserHistory(new[] { item }, new[] { 4f }, new[] { 1L }), scores);
            for (int other = 0; other < items; other++)
            {
                // EASE's own diagonal is 0: nothing recommends itself.
                if (other != item)
                {
                    Assert.Equal(scores[other], products[item, other], 1e-4f);
                    largest = Math.Max(largest, scores[other]);
                }
            }
        }

        Assert.InRange(largest, 0.01f, 1);
    }

    [Fact]
    public void Of_MoreItemsAndFactorsThanRated_LeavesTheRestZero()
    {
        using var scope = NewDisposeScope();
        (Tensor history, Tensor ranking) = SpectralStart.Of(SmallWorld.Ratings, SmallWorld.Items + 2, 50, 5);

        foreach (Tensor vectors in new[] { history, ranking })
        {
            Assert.Equal([SmallWorld.Items + 2, 50], vectors.shape);
            Assert.Equal(0f, vectors.narrow(1, SmallWorld.Users, 20).abs().max().item<float>());
            Assert.Equal(0f, vectors.narrow(0, SmallWorld.Rated, 8).abs().max().item<float>(), 1e-6f);
            Assert.NotEqual(0f, vectors[0, 0].item<float>());
        }
    }

    // Directions that stand clear of the others are the same ones; their signs and order do not matter.
    [Fact]
    public void Of_IteratedUpToAGap_IsTheExactOne()
    {
        Agreement agreement = Compare(Blocks, Tastes);

        Assert.InRange(agreement.HistoryError, 1e-9, 1e-3);
        Assert.InRange(agreement.ScoreError, 1e-9, 0.05);
    }

    // Where strengths fall slowly the last directions may be others, and as good.
    [Fact]
    public void Of_IteratedWithoutAGap_KeepsAsMuch()
    {
        Agreement agreement = Compare(Blocks, 40);

        Assert.InRange(agreement.Kept, 0.999, 1.00001);
        Assert.InRange(agreement.ScoreError, 1e-9, 0.05);
    }

    // Movies that many know, each for reasons of its own, and many that hardly anyone does: what is left of the former is far above average.
    [Fact]
    public void Of_IteratedWithPopularMovies_AnswersAsTheExactOne()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        const int Popular = 150;
        InteractionMatrix ratings = CreatePopular(users: 1500, Popular, items: 450);

        Tensor exact = Answer(SpectralStart.Of(ratings, 450, 8, Ridge));
        Tensor near = Answer(SpectralStart.Of(ratings, 450, 8, Ridge, largestExact: 0));

        float[] ratios = [.. (near / exact).narrow(0, 0, Popular).data<float>()];
        Assert.All(ratios, ratio => Assert.InRange(ratio, 0.8f, 1.3f));

        // 1 / (1 − diagonal)
        static Tensor Answer((Tensor History, Tensor Ranking) vectors) =>
            (vectors.Ranking * vectors.History).sum(1) / (vectors.History * vectors.History).sum(1);
    }

    private static InteractionMatrix CreatePopular(int users, int popular, int items)
    {
        var chance = new CounterRandom(4, 0);
        var entries = new List<(int User, int Item)>();
        for (int n = 0; n < users * items; n++)
        {
            if (chance.Uniform(n) < (n % items < popular ? 0.5 : 0.002))
            {
                entries.Add((n / items, n % items));
            }
        }

        return Matrix(entries, users, items);
    }

    private static InteractionMatrix Matrix(List<(int User, int Item)> entries, int users, int items)
    {
        var columns = new RatingColumns(
            [.. entries.Select(entry => entry.User)],
            [.. entries.Select(entry => entry.Item)],
            [.. entries.Select(_ => 4f)],
            new long[entries.Count],
            new SplitPart[entries.Count]
        );
        return InteractionMatrix.FromRatings(columns, users, items, _ => true);
    }

    private const int Tastes = 6;

    // About the strongest directions beyond the tastes, as the usual ridge is on MovieLens.
    private const double Ridge = 30;

    /// <summary>Six tastes, each smaller than the one before, whose people rate half of its movies and few others.</summary>
    private static InteractionMatrix Blocks { get; } = CreateBlocks(240, 300);

    private static InteractionMatrix CreateBlocks(int users, int items)
    {
        var chance = new CounterRandom(3, 0);
        var entries = new List<(int User, int Item)>();
        for (int n = 0; n < users * items; n++)
        {
            (int user, int item) = (n / items, n % items);
            bool own = Taste(user, users) == Taste(item, items);
            if (chance.Uniform(n) < (own ? 0.5 : 0.02))
            {
                entries.Add((user, item));
            }
        }

        return Matrix(entries, users, items);

        // 6/21 of them have the first, 1/21 the last.
        static int Taste(int place, int count)
        {
            int taste = 0;
            for (double end = 6; 21.0 * place / count >= end; end += 6 - taste)
            {
                taste++;
            }

            return taste;
        }
    }

    private static Agreement Compare(InteractionMatrix ratings, int factors)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        int items = ratings.ColumnCount;
        (Tensor history, Tensor ranking) = SpectralStart.Of(ratings, items, factors, Ridge);
        (Tensor near, Tensor answers) = SpectralStart.Of(ratings, items, factors, Ridge, largestExact: 0);
        Tensor rated = zeros(ratings.RowCount, items);
        for (int user = 0; user < ratings.RowCount; user++)
        {
            foreach (int item in ratings.RowColumns(user))
            {
                rated[user, item] = 1;
            }
        }

        return new Agreement(
            Difference(history.mm(history.t()), near.mm(near.t())),
            Difference(rated.mm(history).mm(ranking.t()), rated.mm(near).mm(answers.t())),
            (near.square().sum() / history.square().sum()).item<float>()
        );
    }

    /// <param name="HistoryError">Of the movies' likeness as rated movies, relative to the exact decomposition's.</param>
    /// <param name="ScoreError">Of every user's scores.</param>
    /// <param name="Kept">What the history vectors hold of the exact ones' squares.</param>
    private sealed record Agreement(double HistoryError, double ScoreError, double Kept);

    private static double Difference(Tensor expected, Tensor actual) =>
        ((actual - expected).norm() / expected.norm()).item<float>();

    private static float[,] Products(InteractionMatrix ratings, int items, int factors)
    {
        using var scope = NewDisposeScope();
        (Tensor history, Tensor ranking) = SpectralStart.Of(ratings, items, factors, Regularization);
        float[] flat = history.mm(ranking.t()).data<float>().ToArray();
        var products = new float[items, items];
        Buffer.BlockCopy(flat, 0, products, 0, sizeof(float) * flat.Length);
        return products;
    }
}
