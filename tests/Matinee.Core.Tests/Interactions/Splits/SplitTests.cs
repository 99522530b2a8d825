using Matinee.Core.Interactions;
using Matinee.Core.Interactions.Splits;

namespace Matinee.Core.Tests.Interactions.Splits;

public class SplitTests
{
    private const SplitPart Train = SplitPart.Train;
    private const SplitPart Validation = SplitPart.Validation;
    private const SplitPart Test = SplitPart.Test;

    // User 0 rated items 0..4 at 50, 10, 40, 40, 20; user 1 items 0, 1, 2 at 30, 60, 5; user 2 items 0, 1 at 70, 70; user 3 item 4.
    private static RatingColumns Ratings { get; } =
        Columns(
            (0, 0, 50),
            (0, 1, 10),
            (0, 2, 40),
            (0, 3, 40),
            (0, 4, 20),
            (1, 0, 30),
            (1, 1, 60),
            (1, 2, 5),
            (2, 0, 70),
            (2, 1, 70),
            (3, 4, 1)
        );

    [Fact]
    public void UserTemporal_WorkedExample_HoldsOutTheLatestOfEachUser()
    {
        SplitPart[] parts = UserTemporalSplit.Assign(Ratings, new SplitFractions(0.4, 0.2));

        // User 0: two to test (50, and of the two at 40 the higher item), one to validation. User 1: round(1.2) and round(0.6).
        // User 2: round(0.8) to test, round(0.4) = 0. User 3: round(0.4) = 0.
        Assert.Equal([Test, Train, Validation, Test, Train, Validation, Test, Train, Train, Test, Train], parts);
    }

    [Fact]
    public void UserTemporal_LargeFractions_KeepsOneTrainingRatingPerUser()
    {
        SplitPart[] parts = UserTemporalSplit.Assign(Ratings, new SplitFractions(0.6, 0.39));

        // User 0: 3 + round(1.95) = 5 would leave none, so validation gives way; user 1: 2 + 1 of 3; user 3 keeps the only one.
        Assert.Equal([Test, Train, Test, Test, Validation, Test, Test, Train, Train, Test, Train], parts);
    }

    [Fact]
    public void UserTemporal_OrderedRatings_AreSplitAsReversedOnesAre()
    {
        // Few times, so that many are equal; a user without ratings; times too far apart for one number with a place.
        var dice = new Random(7);
        for (int number = 0; number < 100; number++)
        {
            long[] times = number % 4 == 0 ? [long.MinValue, 3, long.MaxValue] : [5, 6, 7, 900, 1L << 40];
            RatingColumns ratings = SplitColumns.Of([
                .. Enumerable
                    .Range(0, 30)
                    .Where(user => user != 4)
                    .SelectMany(user =>
                        Enumerable
                            .Range(0, dice.Next(0, 20))
                            .Select(item => (user, item * 3, times[dice.Next(times.Length)]))
                            .ToArray()
                    ),
            ]);
            var fractions = new SplitFractions(dice.Next(5) / 10.0, dice.Next(5) / 10.0);

            SplitPart[] parts = UserTemporalSplit.Assign(ratings, fractions);

            SplitPart[] reversed = UserTemporalSplit.Assign(SplitColumns.Reversed(ratings), fractions);
            Assert.Equal(reversed.AsEnumerable().Reverse(), parts);
        }
    }

    [Fact]
    public void LeaveLast_WorkedExample_TakesLastAndSecondLast()
    {
        SplitPart[] parts = LeaveLastSplit.Assign(Ratings);

        Assert.Equal([Test, Train, Train, Validation, Train, Validation, Test, Train, Train, Test, Train], parts);
    }

    [Fact]
    public void LeaveLast_WithoutValidation_TakesTheLastOnly()
    {
        SplitPart[] parts = LeaveLastSplit.Assign(Ratings, withValidation: false);

        Assert.Equal([Test, Train, Train, Train, Train, Train, Test, Train, Train, Test, Train], parts);
    }

    [Fact]
    public void GlobalTemporal_WorkedExample_CutsTheWholeLogAtOnePoint()
    {
        SplitPart[] parts = GlobalTemporalSplit.Assign(Ratings, new SplitFractions(0.3, 0.35));

        // 11 ratings: round(3.3) = 3 to test (70, 70, 60), round(3.85) = 4 to validation (50, 40, 40, 30).
        Assert.Equal(
            [Validation, Train, Validation, Validation, Train, Validation, Test, Train, Test, Test, Train],
            parts
        );
    }

    [Fact]
    public void GlobalTemporal_EqualTimes_TakesHigherUserThenHigherItemAsLater()
    {
        RatingColumns ratings = Columns((1, 0, 9), (0, 1, 9), (1, 2, 9), (0, 0, 9));

        SplitPart[] parts = GlobalTemporalSplit.Assign(ratings, new SplitFractions(0.25, 0.25));

        Assert.Equal([Validation, Train, Test, Train], parts);
    }

    [Fact]
    public void Random_AnyFractions_TakesExactlyTheRoundedCounts()
    {
        RatingColumns ratings = Grid(users: 30, items: 11);

        SplitPart[] parts = RandomSplit.Assign(ratings, new SplitFractions(0.2, 0.1), seed: 7);

        Assert.Equal(66, parts.Count(part => part == Test));
        Assert.Equal(33, parts.Count(part => part == Validation));
        Assert.NotEqual(parts, RandomSplit.Assign(ratings, new SplitFractions(0.2, 0.1), seed: 8));
        Assert.Equal(parts, RandomSplit.Assign(ratings, new SplitFractions(0.2, 0.1), seed: 7));
    }

    [Fact]
    public void Random_UsersWithTwoRatings_AllKeepOneForTraining()
    {
        RatingColumns ratings = Grid(users: 200, items: 2);

        for (int seed = 0; seed < 20; seed++)
        {
            SplitPart[] parts = RandomSplit.Assign(ratings, new SplitFractions(0.4, 0.1), seed);

            Assert.Equal(160, parts.Count(part => part == Test));
            Assert.Equal(40, parts.Count(part => part == Validation));
            Assert.Equal(200, TrainingUsers(ratings, parts));
        }
    }

    [Theory]
    [InlineData(2, 2, 0, 0)] // round(1.5) = 2, halves to even
    [InlineData(6, 4, 1, 1)] // round(4.5) = 4, round(5.25) = 5
    [InlineData(10, 8, 1, 1)] // round(7.5) = 8, round(8.75) = 9
    public void ItemStratified_OneItem_HasPythonsCounts(int n, int train, int validation, int test)
    {
        RatingColumns ratings = Grid(users: n, items: 1);

        SplitPart[] parts = ItemStratifiedSplit.Assign(ratings, new SplitFractions(0.125, 0.125), seed: 3);

        Assert.Equal(train, parts.Count(part => part == Train));
        Assert.Equal(validation, parts.Count(part => part == Validation));
        Assert.Equal(test, parts.Count(part => part == Test));
    }

    [Fact]
    public void ItemStratified_ManyItems_DrawsOtherUsersForEach()
    {
        RatingColumns ratings = Grid(users: 40, items: 3);

        SplitPart[] parts = ItemStratifiedSplit.Assign(ratings, new SplitFractions(0.25, 0), seed: 3);

        int[][] testUsers =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(item =>
                    Enumerable
                        .Range(0, ratings.Count)
                        .Where(n => ratings.Items[n] == item && parts[n] == Test)
                        .Select(n => ratings.Users[n])
                        .ToArray()
                ),
        ];
        Assert.All(testUsers, users => Assert.Equal(10, users.Length));
        Assert.NotEqual(testUsers[0], testUsers[1]);
        Assert.NotEqual(testUsers[1], testUsers[2]);
    }

    [Theory]
    [InlineData("user-temporal", SplitProtocol.UserTemporal)]
    [InlineData("random", SplitProtocol.Random)]
    [InlineData("global-temporal", SplitProtocol.GlobalTemporal)]
    [InlineData("leave-last", SplitProtocol.LeaveLast)]
    [InlineData("item-stratified", SplitProtocol.ItemStratified)]
    public void Assign_RowsInAnotherOrder_GivesTemporalPartsToTheSameRatings(string name, SplitProtocol expected)
    {
        Assert.True(SplitProtocols.TryParse(name, out SplitProtocol protocol));
        Assert.Equal(expected, protocol);
        Assert.Equal(name, protocol.Name());
        var fractions = new SplitFractions(0.3, 0.2);
        int[] backwards = [.. Enumerable.Range(0, Ratings.Count).Reverse()];
        RatingColumns reversed = Columns([
            .. backwards.Select(n => (Ratings.Users[n], Ratings.Items[n], Ratings.Timestamps[n])),
        ]);

        SplitPart[] parts = protocol.Assign(Ratings, fractions, seed: 42);
        SplitPart[] ofReversed = protocol.Assign(reversed, fractions, seed: 42);

        Assert.Contains(Test, parts);
        if (protocol is not (SplitProtocol.Random or SplitProtocol.ItemStratified))
        {
            Assert.Equal(parts, ofReversed.Reverse());
        }
    }

    [Theory]
    [InlineData(-0.1, 0.1)]
    [InlineData(0.2, 1)]
    [InlineData(0.5, 0.5)]
    [InlineData(double.NaN, 0)]
    public void Validate_NoFractions_Throws(double test, double validation)
    {
        Assert.Throws<MatineeException>(() => new SplitFractions(test, validation).Validate());
    }

    private static int TrainingUsers(RatingColumns ratings, SplitPart[] parts) =>
        Enumerable
            .Range(0, ratings.Count)
            .Where(n => parts[n] == Train)
            .Select(n => ratings.Users[n])
            .Distinct()
            .Count();

    private static RatingColumns Grid(int users, int items) =>
        Columns([.. Enumerable.Range(0, users * items).Select(n => (n / items, n % items, (long)(n * 7919 % 1000)))]);

    private static RatingColumns Columns(params (int User, int Item, long Time)[] rows) =>
        new(
            [.. rows.Select(row => row.User)],
            [.. rows.Select(row => row.Item)],
            [.. rows.Select(_ => 3f)],
            [.. rows.Select(row => row.Time)],
            new SplitPart[rows.Length]
        );
}
