using System.Runtime.CompilerServices;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Api.Store.Export;

/// <summary>What users have rated, in the training data and since: the store wins per movie, and erased users have nothing.</summary>
public static class MergedRatings
{
    /// <summary>One user's ratings by ascending movie id, without removed ones.</summary>
    /// <param name="history">The model's; null for none.</param>
    /// <param name="items">The movies that the history counts.</param>
    /// <param name="stored">The store's; null for none.</param>
    public static StoredRating[] Of(UserHistory? history, ItemMap items, UserRecord? stored)
    {
        if (stored is { IsErased: true })
        {
            return [];
        }

        Dictionary<int, StoredRating> merged = [];
        for (int n = 0; n < (history?.Count ?? 0); n++)
        {
            int movie = items[new ItemIndex(history!.Items[n])].Value;
            merged[movie] = new StoredRating(movie, history.Ratings[n], history.Timestamps[n]);
        }

        foreach (StoredRating rating in stored?.Ratings ?? [])
        {
            merged[rating.MovieId] = rating;
        }

        return [.. merged.Values.Where(rating => rating.Stars is not null).OrderBy(rating => rating.MovieId)];
    }

    /// <summary>Every user who has ratings left, by ascending id.</summary>
    public static async IAsyncEnumerable<UserRatings> AllAsync(
        BundleHistories histories,
        ItemMap items,
        UserStoreReader store,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        int[] trained = histories.Users.IdByIndex.ToArray();
        Array.Sort(trained);
        int next = 0;
        await foreach (UserRecord stored in store.AllUsersAsync(cancellation))
        {
            for (; next < trained.Length && trained[next] < stored.Id; next++)
            {
                yield return new UserRatings(trained[next], Of(History(trained[next]), items, null));
            }

            next += next < trained.Length && trained[next] == stored.Id ? 1 : 0;
            StoredRating[] ratings = Of(History(stored.Id), items, stored);
            if (ratings.Length > 0)
            {
                yield return new UserRatings(stored.Id, ratings);
            }
        }

        for (; next < trained.Length; next++)
        {
            yield return new UserRatings(trained[next], Of(History(trained[next]), items, null));
        }

        UserHistory? History(int id) => histories.TryGet(new UserId(id), out UserHistory? history) ? history : null;
    }
}
