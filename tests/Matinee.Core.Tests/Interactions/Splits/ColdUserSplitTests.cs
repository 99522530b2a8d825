using Matinee.Core.Interactions;
using Matinee.Core.Interactions.Splits;

namespace Matinee.Core.Tests.Interactions.Splits;

public class ColdUserSplitTests
{
    // Eight people; those with ten ratings or fewer can't be drawn. round(0.4 · 8) = 3 are new.
    private static readonly RatingColumns Ratings = SplitColumns.Histories(12, 10, 30, 3, 11, 25, 18, 10);
    private static readonly int[] LongHistories = [0, 2, 4, 5, 6];
    private static readonly SplitFractions Fractions = new(0.4, 0.1);

    [Fact]
    public void Assign_AnySeed_SplitsEachNewPersonAfterTenRatings()
    {
        var everDrawn = new HashSet<int>();
        for (int seed = 0; seed < 30; seed++)
        {
            SplitPart[] parts = ColdUserSplit.Assign(Ratings, Fractions, seed);

            int[] drawn = Ratings.Users.In(parts, SplitPart.Support);
            Assert.Equal(3, drawn.Length);
            Assert.Equal(drawn, Ratings.Users.In(parts, SplitPart.Test));
            everDrawn.UnionWith(drawn);
            foreach (int user in drawn)
            {
                SplitPart[] own = [.. parts.Where((_, n) => Ratings.Users[n] == user)];
                Assert.Equal(10, own.Count(part => part == SplitPart.Support));
                Assert.Equal(own.Length - 10, own.Count(part => part == SplitPart.Test));
                Assert.True(
                    Times(parts, user, SplitPart.Support).Max() < Times(parts, user, SplitPart.Test).Min(),
                    $"user {user} of seed {seed}: a support rating is later than a test rating"
                );
            }
        }

        Assert.Equal(LongHistories, everDrawn.Order());
    }

    [Fact]
    public void Assign_Others_AreSplitInTimeWithoutATestPart()
    {
        SplitPart[] parts = ColdUserSplit.Assign(Ratings, Fractions, seed: 1);
        int[] drawn = Ratings.Users.In(parts, SplitPart.Support);

        // A tenth of all is a sixth of what six tenths of the users rated.
        SplitPart[] temporal = UserTemporalSplit.Assign(Ratings, new SplitFractions(0, 0.1 / 0.6));
        int[] others = [.. Enumerable.Range(0, Ratings.Count).Where(n => !drawn.Contains(Ratings.Users[n]))];
        Assert.Equal(others.Select(n => temporal[n]), others.Select(n => parts[n]));
        Assert.Contains(SplitPart.Validation, others.Select(n => parts[n]));
        Assert.DoesNotContain(SplitPart.Test, others.Select(n => parts[n]));
    }

    [Fact]
    public void Assign_RatingsAtOneTime_TakesLowerItemsAsEarlier()
    {
        // Twelve ratings of one person at one moment, in no order.
        int[] items = [5, 11, 0, 8, 3, 10, 1, 7, 2, 9, 4, 6];
        RatingColumns ratings = SplitColumns.Of([.. items.Select(item => (0, item, 100L))]);

        SplitPart[] parts = ColdUserSplit.Assign(ratings, new SplitFractions(0.9, 0), seed: 1);

        Assert.Equal([10, 11], ratings.Items.In(parts, SplitPart.Test));
        Assert.Equal(Enumerable.Range(0, 10), ratings.Items.In(parts, SplitPart.Support));
    }

    [Fact]
    public void Assign_NobodyWithElevenRatings_HasNoNewPeople()
    {
        SplitPart[] parts = ColdUserSplit.Assign(SplitColumns.Histories(10, 9, 10), Fractions, seed: 1);

        Assert.DoesNotContain(SplitPart.Test, parts);
        Assert.DoesNotContain(SplitPart.Support, parts);
    }

    [Fact]
    public void Assign_MoreAskedThanHaveLongHistories_TakesAllOfThem()
    {
        SplitPart[] parts = ColdUserSplit.Assign(Ratings, new SplitFractions(0.9, 0), seed: 1);

        Assert.Equal(LongHistories, Ratings.Users.In(parts, SplitPart.Test));
    }

    [Fact]
    public void Assign_RowsInAnotherOrder_DrawsTheSame()
    {
        SplitPart[] parts = SplitProtocol.ColdUser.Assign(Ratings, Fractions, seed: 5);
        SplitPart[] reversed = SplitProtocol.ColdUser.Assign(SplitColumns.Reversed(Ratings), Fractions, seed: 5);

        Assert.Contains(SplitPart.Support, parts);
        Assert.Equal(parts, reversed.Reverse());
        Assert.NotEqual(parts, SplitProtocol.ColdUser.Assign(Ratings, Fractions, seed: 6));
    }

    private static IEnumerable<long> Times(SplitPart[] parts, int user, SplitPart part) =>
        Enumerable
            .Range(0, Ratings.Count)
            .Where(n => Ratings.Users[n] == user && parts[n] == part)
            .Select(n => Ratings.Timestamps[n]);
}
