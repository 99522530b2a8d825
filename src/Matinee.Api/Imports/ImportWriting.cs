using System.Globalization;
using Matinee.Api.Contracts;
using Matinee.Api.Serving;
using Matinee.Api.Store;
using Matinee.Core.Interactions;
using Matinee.Imports.Matching;
using Matinee.Imports.Preview;

namespace Matinee.Api.Imports;

/// <summary>What a plan changes about a person.</summary>
internal static class ImportWriting
{
    /// <summary>
    /// The file wins over what was given here earlier, and what was given here later over the file. Of films that are not rated the watched and the
    /// liked ones become events, under keys: the same file again adds nothing.
    /// </summary>
    /// <param name="now">Seconds since 1970 UTC.</param>
    public static (UserImport Import, ImportStored Stored) Of(
        ImportPlan plan,
        Person person,
        ServedModel model,
        bool hidesWatchlist,
        bool keepsToLibrary,
        long now
    )
    {
        // What has no time is older than all that has one: then the latest word is never one that nobody knows the time of.
        long undated = Undated(plan, person, now);
        var ratings = new List<StoredRating>(plan.Ratings.Count);
        var rated = person.Ratings.Select(rating => rating.Item.Value).ToHashSet();
        int kept = 0;
        foreach (PlannedRating planned in plan.Ratings)
        {
            rated.Add(planned.Item.Value);
            MergedRating? given = person.RatingOf(planned.Item) is { GivenHere: true } here ? here : null;
            if (
                given is { } later
                && planned.Time is { } time
                && later.Timestamp > time
                && later.Stars != planned.Stars
            )
            {
                kept++;
            }
            else
            {
                bool again = given is { } same && same.Stars == planned.Stars && planned.Time is null;
                ratings.Add(
                    new StoredRating(
                        Id(planned.Item),
                        planned.Stars,
                        again ? given!.Value.Timestamp : planned.Time ?? undated
                    )
                );
            }
        }

        StoredEvent[] liked = [.. Events(plan.Liked, EventKind.Liked)];
        StoredEvent[] watched = [.. Events(plan.Watched, EventKind.Watched)];
        int[] hidden = hidesWatchlist ? [.. plan.Wanted.Select(fact => Id(fact.Item))] : [];
        int[]? allowed = keepsToLibrary ? [.. plan.Owned.Select(fact => Id(fact.Item))] : null;
        return (
            new UserImport
            {
                Ratings = ratings,
                Events = [.. watched, .. liked],
                Hidden = hidden,
                AllowList = allowed,
            },
            new ImportStored(ratings.Count, kept, watched.Length, liked.Length, hidden.Length, allowed?.Length)
        );

        int Id(ItemIndex item) => model.Catalog[item].Id.Value;

        IEnumerable<StoredEvent> Events(IEnumerable<PlannedFact> facts, EventKind kind) =>
            facts
                .Where(fact => !rated.Contains(fact.Item.Value))
                .Select(fact => new StoredEvent(
                    Id(fact.Item),
                    kind,
                    fact.Time ?? undated,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{ImportWords.Of(plan.Source)}:{(kind == EventKind.Liked ? "liked" : "watched")}:{Id(fact.Item)}:{fact.Time}"
                    )
                ));
    }

    private static long Undated(ImportPlan plan, Person person, long now)
    {
        IEnumerable<long> known = plan
            .Ratings.Select(rating => rating.Time)
            .Concat(plan.Watched.Concat(plan.Liked).Select(fact => fact.Time))
            .OfType<long>()
            .Concat(person.Ratings.Select(rating => rating.Timestamp));
        return Math.Max(0, known.DefaultIfEmpty(now + 1).Min() - 1);
    }
}
