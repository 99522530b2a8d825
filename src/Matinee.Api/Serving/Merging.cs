using Matinee.Api.Store;
using Matinee.Core.Interactions;

namespace Matinee.Api.Serving;

/// <summary>Makes one history of what the model's bundle knows about a user and what the store does; the store wins per movie.</summary>
internal static class Merging
{
    public const double WatchedWeight = 1;
    public const double LikedWeight = 1;
    public const double ClickedWeight = 0.25;

    /// <summary>From this weight on an unrated movie counts in the history.</summary>
    public const double CountsFrom = 1;

    /// <summary>The rating of a watched movie of someone who has rated nothing.</summary>
    public const float MeanWithoutRatings = 3.5f;

    /// <summary>The rating, at least, of a liked movie that was not rated.</summary>
    public const float LikedStars = 4.5f;

    /// <param name="trained">The bundle's history; null where it has none or it counts no longer.</param>
    public static Person Person(ServedModel model, int id, UserRecord? record, UserHistory? trained)
    {
        MergedRating[] ratings = Ratings(model, record, trained);
        List<Implied> implied = ImpliedBy(model, record, ratings);
        bool asTrained = trained is not null && (record is null || record.Ratings.Count == 0) && implied.Count == 0;
        UserHistory history = asTrained ? trained! : History(model, ratings, implied);
        return new Person(model, id, record, ratings, history)
        {
            AlsoSeen = AlsoSeen(model, record, history),
            Hidden = record is null ? [] : Items(model, record.Hidden),
            Only = record?.AllowList is { } list ? [.. Items(model, list).Order()] : null,
        };
    }

    /// <param name="ratings">By item.</param>
    public static Person Visitor(ServedModel model, MergedRating[] ratings, int[] hidden, int[]? only) =>
        new(model, null, null, ratings, History(model, ratings, []))
        {
            AlsoSeen =
            [
                .. ratings.Where(rating => rating.Item.Value >= model.Covered).Select(rating => rating.Item.Value),
            ],
            Hidden = hidden,
            Only = only,
        };

    /// <summary>The indices of movies that the catalogue has.</summary>
    public static int[] Items(ServedModel model, IEnumerable<int> movieIds)
    {
        var items = new List<int>();
        foreach (int id in movieIds)
        {
            if (model.TryFind(id, out ItemIndex index))
            {
                items.Add(index.Value);
            }
        }

        return [.. items];
    }

    private static MergedRating[] Ratings(ServedModel model, UserRecord? record, UserHistory? trained)
    {
        var byItem = new SortedDictionary<int, MergedRating>();
        for (int n = 0; n < (trained?.Count ?? 0); n++)
        {
            var item = new ItemIndex(trained!.Items[n]);
            byItem[item.Value] = new MergedRating(item, trained.Ratings[n], trained.Timestamps[n], GivenHere: false);
        }

        foreach (StoredRating stored in record?.Ratings ?? [])
        {
            // A bundle with a smaller catalogue may be served in between: the rating waits for the movie to come back.
            if (!model.TryFind(stored.MovieId, out ItemIndex item))
            {
                continue;
            }

            if (stored.Stars is { } stars)
            {
                byItem[item.Value] = new MergedRating(item, stars, stored.Timestamp, GivenHere: true);
            }
            else
            {
                byItem.Remove(item.Value);
            }
        }

        return [.. byItem.Values];
    }

    private static List<Implied> ImpliedBy(ServedModel model, UserRecord? record, MergedRating[] ratings)
    {
        if (record is null || record.Events.Count == 0)
        {
            return [];
        }

        var rated = ratings.Select(rating => rating.Item.Value).ToHashSet();
        return
        [
            .. record
                .Events.Select(one => (Event: one, Known: model.TryFind(one.MovieId, out ItemIndex item), item.Value))
                .Where(one => one.Known && one.Value < model.Covered && !rated.Contains(one.Value))
                .GroupBy(one => one.Value)
                .Where(events => events.Sum(one => Weight(one.Event.Kind)) >= CountsFrom)
                .Select(events => new Implied(
                    events.Key,
                    events.Any(one => one.Event.Kind == EventKind.Liked),
                    events.Max(one => one.Event.Timestamp)
                )),
        ];
    }

    private static double Weight(EventKind kind) =>
        kind switch
        {
            EventKind.Watched => WatchedWeight,
            EventKind.Liked => LikedWeight,
            _ => ClickedWeight,
        };

    private static UserHistory History(ServedModel model, MergedRating[] ratings, List<Implied> implied)
    {
        float mean = ratings.Length == 0 ? MeanWithoutRatings : ratings.Average(rating => rating.Stars);
        (int Item, float Stars, long Timestamp)[] entries =
        [
            .. ratings
                .Where(rating => rating.Item.Value < model.Covered)
                .Select(rating => (rating.Item.Value, rating.Stars, rating.Timestamp))
                .Concat(
                    implied.Select(one => (one.Item, one.IsLiked ? Math.Max(mean, LikedStars) : mean, one.Timestamp))
                )
                .OrderBy(entry => entry.Item1),
        ];
        return new UserHistory(
            entries.Select(entry => entry.Item).ToArray(),
            entries.Select(entry => entry.Stars).ToArray(),
            entries.Select(entry => entry.Timestamp).ToArray()
        );
    }

    // An unrated movie that counts for what was done with it.
    private readonly record struct Implied(int Item, bool IsLiked, long Timestamp);

    // Rated, watched or liked movies that the history lacks, because the model does not cover them.
    private static int[] AlsoSeen(ServedModel model, UserRecord? record, UserHistory history)
    {
        if (record is null)
        {
            return [];
        }

        IEnumerable<int> seen = record
            .Ratings.Where(rating => rating.Stars is not null)
            .Select(rating => rating.MovieId)
            .Concat(record.Events.Where(one => one.Kind != EventKind.Clicked).Select(one => one.MovieId));
        return [.. Items(model, seen).Distinct().Where(item => !history.Contains(new ItemIndex(item)))];
    }
}
