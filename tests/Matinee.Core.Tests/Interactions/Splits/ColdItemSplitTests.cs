using Matinee.Core.Interactions;
using Matinee.Core.Interactions.Splits;

namespace Matinee.Core.Tests.Interactions.Splits;

public class ColdItemSplitTests
{
    private static readonly SplitFractions Fractions = new(0.2, 0.1);

    [Theory]
    [InlineData(20, 4, 2)]
    [InlineData(17, 3, 2)] // round(3.4) and round(1.7)
    [InlineData(12, 2, 1)] // round(2.4) and round(1.2)
    [InlineData(1, 0, 0)]
    public void Assign_SomeMovies_DrawsTheRoundedNumbersOfThem(int movies, int test, int validation)
    {
        RatingColumns ratings = Grid(users: 9, items: movies);

        SplitPart[] parts = ColdItemSplit.Assign(ratings, Fractions, seed: 3);

        Assert.Equal(test, ratings.Items.In(parts, SplitPart.Test).Length);
        Assert.Equal(validation, ratings.Items.In(parts, SplitPart.Validation).Length);
    }

    [Fact]
    public void Assign_AnySeed_KeepsAllRatingsOfAMovieInOnePart()
    {
        RatingColumns ratings = SplitColumns.Histories(5, 12, 9, 20, 3, 31);
        int movies = ratings.Items.Distinct().Count();

        for (int seed = 0; seed < 20; seed++)
        {
            SplitPart[] parts = ColdItemSplit.Assign(ratings, Fractions, seed);

            // Parts that shared a movie would count it twice.
            int counted = Enum.GetValues<SplitPart>().Sum(part => ratings.Items.In(parts, part).Length);
            Assert.Equal(movies, counted);
            Assert.DoesNotContain(SplitPart.Support, parts);
        }
    }

    [Fact]
    public void Assign_MoviesWithoutRatings_AreNotDrawn()
    {
        // Items 0, 10, …, 90 are rated; of the 91 indices most are not.
        RatingColumns ratings = SplitColumns.Of([.. Enumerable.Range(0, 10).Select(n => (0, n * 10, (long)n))]);

        SplitPart[] parts = ColdItemSplit.Assign(ratings, new SplitFractions(0.5, 0.3), seed: 1);

        Assert.Equal(5, parts.Count(part => part == SplitPart.Test));
        Assert.Equal(3, parts.Count(part => part == SplitPart.Validation));
        Assert.Equal(2, parts.Count(part => part == SplitPart.Train));
    }

    [Fact]
    public void Assign_OtherSeed_DrawsOtherMovies()
    {
        RatingColumns ratings = Grid(users: 2, items: 50);

        SplitPart[] parts = ColdItemSplit.Assign(ratings, Fractions, seed: 1);

        Assert.Equal(parts, ColdItemSplit.Assign(ratings, Fractions, seed: 1));
        Assert.NotEqual(parts, ColdItemSplit.Assign(ratings, Fractions, seed: 2));
    }

    [Fact]
    public void Assign_RowsInAnotherOrder_DrawsTheSameMovies()
    {
        RatingColumns ratings = SplitColumns.Histories(11, 4, 25);

        SplitPart[] parts = SplitProtocol.ColdItem.Assign(ratings, Fractions, seed: 5);
        SplitPart[] reversed = SplitProtocol.ColdItem.Assign(SplitColumns.Reversed(ratings), Fractions, seed: 5);

        Assert.Contains(SplitPart.Test, parts);
        Assert.Equal(parts, reversed.Reverse());
    }

    private static RatingColumns Grid(int users, int items) =>
        SplitColumns.Of([.. Enumerable.Range(0, users * items).Select(n => (n / items, n % items, (long)n))]);
}
