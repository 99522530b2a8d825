using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Evaluation;

public class LeakageAuditTests
{
    private const int Items = TinyWorld.Items;

    // User 0's first held-out rating is at 50, with known ones at 10, 60 and 70; user 1's is at 40, and the only known one
    // is at that very time; user 2 has no history; user 3 nothing held out.
    private static readonly InteractionMatrix Known = Matrices.Timed(
        Items,
        [(0, 10), (1, 60), (2, 70)],
        [(1, 40)],
        [],
        [(0, 45), (3, 5)]
    );

    // Item 1 of user 0 is known too. Items 8 and 9 are known of nobody; 9 is held out twice.
    private static readonly InteractionMatrix HeldOut = Matrices.Timed(
        Items,
        [(1, 60), (9, 50)],
        [(0, 90), (8, 40)],
        [(9, 80)],
        []
    );

    private static readonly RankingTask Task = new()
    {
        Histories = Known,
        Relevant = HeldOut,
        Catalog = TinyWorld.Catalog,
    };

    [Fact]
    public void Of_WorkedExample_CountsEveryWayThrough()
    {
        var taggers = new TagPairs([(0, 9), (1, 8), (3, 9), (1, 9)]);

        var audit = LeakageAudit.Of(Task, HeldOut, taggers);

        Assert.Equal(
            new LeakageAudit(
                KnownRatings: 6,
                HeldOutRatings: 5,
                PairsInBoth: 1,
                KnownAfterOwnTest: 2, // user 0 at 60 and 70
                UsersKnownAfterOwnTest: 1,
                KnownAfterFirstTest: 3, // after 40: 60, 70 and user 3's 45
                UnseenMovies: 2,
                UnseenMovieRatings: 3,
                UsersWithoutHistory: 1,
                TaggedByRaters: 2
            ),
            audit
        );
    }

    [Fact]
    public void Of_NewPeople_LooksForMoviesAndTimesInWhatWasLearnedFrom()
    {
        // Others rated 9 at 100 and 5 at 1: what the new people themselves rated is not learned from.
        RankingTask task = Task with
        {
            Training = Matrices.Timed(Items, [(5, 1), (9, 100)]),
        };

        var audit = LeakageAudit.Of(task, HeldOut, null);

        Assert.Equal(2, audit.KnownRatings);
        Assert.Equal(1, audit.KnownAfterFirstTest);
        Assert.Equal((3, 3), (audit.UnseenMovies, audit.UnseenMovieRatings));
        Assert.Equal((1, 2), (audit.PairsInBoth, audit.KnownAfterOwnTest));
    }

    [Fact]
    public void Of_NobodyLookedForTags_SaysNothingOfThem()
    {
        Assert.Null(LeakageAudit.Of(Task, HeldOut, taggers: null).TaggedByRaters);
        Assert.Equal(0, LeakageAudit.Of(Task, HeldOut, new TagPairs([])).TaggedByRaters);
    }

    [Fact]
    public void Of_NothingHeldOut_FindsNothing()
    {
        var audit = LeakageAudit.Of(Task, Matrices.Of(Items, [], [], [], []), taggers: null);

        Assert.Equal(new LeakageAudit(6, 0, 0, 0, 0, 0, 0, 0, 0, null), audit);
    }
}
