using Matinee.Api.Store;

namespace Matinee.Api.Tests.Store.Durability;

/// <summary>The ledger finds what it is there to find.</summary>
public class DurabilityLedgerTests
{
    private readonly DurabilityLedger ledger = new();

    [Fact]
    public void Violations_LaterUnansweredRating_IsAllowed()
    {
        Answered(new LedgerWrite(1, LedgerKind.Rating, 7, 10, 4f));
        ledger.Try(new LedgerWrite(2, LedgerKind.Rating, 7, 10, 5f));

        Assert.Empty(Found(ratings: [new(10, 4f, 1)]));
        Assert.Empty(Found(ratings: [new(10, 5f, 2)]));
        Assert.Single(Found());
        Assert.Single(Found(ratings: [new(10, 3f, 2)]));
        Assert.Single(Found(ratings: [new(10, 4f, 1), new(10, 5f, 2)]));
    }

    [Fact]
    public void Violations_EarlierRatingIsBack_IsFound()
    {
        Answered(new LedgerWrite(1, LedgerKind.Rating, 7, 10, 4f));
        Answered(new LedgerWrite(2, LedgerKind.Rating, 7, 10));

        Assert.Single(Found(ratings: [new(10, 4f, 1)]));
        Assert.Empty(Found(ratings: [new(10, null, 2)]));
    }

    [Fact]
    public void Violations_EventLostTwiceOrForeign_IsFound()
    {
        Answered(new LedgerWrite(1, LedgerKind.Event, 7, 10));
        ledger.Try(new LedgerWrite(2, LedgerKind.Event, 7, 10, Key: "k"));
        StoredEvent first = new(10, EventKind.Watched, 1);
        StoredEvent second = new(10, EventKind.Watched, 2, "k");

        Assert.Empty(Found(events: [first]));
        Assert.Empty(Found(events: [first, second]));
        Assert.Single(Found(events: [second]));
        Assert.Single(Found(events: [first, first]));
        Assert.Single(Found(events: [first, second, second]));
        Assert.Single(Found(events: [first, new(10, EventKind.Watched, 3)]));
    }

    [Fact]
    public void Violations_UserLostOrCreatedTwice_IsFound()
    {
        Answered(new LedgerWrite(1, LedgerKind.User), created: 7);
        Assert.Empty(Found());
        Answered(new LedgerWrite(2, LedgerKind.User), created: 7);
        Assert.Single(Found());
        Answered(new LedgerWrite(3, LedgerKind.User), created: 8);
        Assert.Equal(2, Found().Count);
    }

    private void Answered(LedgerWrite write, int created = 0)
    {
        ledger.Try(write);
        ledger.Acknowledge(write.Number, created);
    }

    private IReadOnlyList<string> Found(StoredRating[]? ratings = null, StoredEvent[]? events = null) =>
        ledger.Violations(
            new Dictionary<int, UserRecord>
            {
                [7] = new()
                {
                    Id = 7,
                    IsNew = true,
                    Ratings = ratings ?? [],
                    Events = events ?? [],
                },
            }
        );
}
