using Matinee.Data.Raw;

namespace Matinee.Data.Preparation;

/// <summary>Which ratings stay, and the ids behind the indices they have afterwards.</summary>
internal sealed record RatingSelection
{
    /// <summary>User ids by user index, ascending.</summary>
    public required int[] UserIds { get; init; }

    /// <summary>Ids of the ranked movies by item index, ascending.</summary>
    public required int[] MovieIds { get; init; }

    public required int UsersRead { get; init; }
    public required int MoviesRead { get; init; }
    public required int Uncatalogued { get; init; }
    public required int Replaced { get; init; }
    public required int Untagged { get; init; }
    public required IReadOnlyList<ThresholdPass> Passes { get; init; }

    /// <summary>
    /// Turns ids into dense indices in place, ordered by user and item, and drops what is uncatalogued, repeated, of a
    /// movie that is not wanted, or below the thresholds, in that order.
    /// </summary>
    /// <param name="wantedIds">The catalogue's movies, or those of them that have enough tags.</param>
    /// <exception cref="MatineeException">Nothing is left.</exception>
    public static RatingSelection Make(
        RatingTable ratings,
        Thresholds thresholds,
        IReadOnlySet<int> catalogIds,
        IReadOnlySet<int> wantedIds
    )
    {
        if (ratings.Count == 0)
        {
            throw new MatineeException("There are no usable ratings in the ratings file. Check the file.");
        }

        int[] userIds = IdRanks.Replace(ratings.Users);
        int[] movieIds = IdRanks.Replace(ratings.Items);
        int uncatalogued = KeepMovies(ratings, userIds.Length, movieIds, catalogIds);
        Require(ratings, "None of the ratings is of a movie that the catalogue has. Do the files belong together?");
        RatingOrder.Sort(ratings, userIds.Length, movieIds.Length);
        int replaced = RepeatedRatings.Merge(ratings, userIds, movieIds);
        int untagged = KeepMovies(ratings, userIds.Length, movieIds, wantedIds);
        Require(ratings, "No rated movie has enough tags. Lower --min-tags-per-item, or leave out --require-tags.");
        IReadOnlyList<ThresholdPass> passes = ApplyThresholds(ratings, userIds.Length, movieIds.Length, thresholds);
        return new RatingSelection
        {
            UsersRead = userIds.Length,
            MoviesRead = movieIds.Length,
            UserIds = Pack(ratings.Users, userIds),
            MovieIds = Pack(ratings.Items, movieIds),
            Uncatalogued = uncatalogued,
            Replaced = replaced,
            Untagged = untagged,
            Passes = passes,
        };
    }

    private static void Require(RatingTable ratings, string otherwise)
    {
        if (ratings.Count == 0)
        {
            throw new MatineeException(otherwise);
        }
    }

    private static IReadOnlyList<ThresholdPass> ApplyThresholds(
        RatingTable ratings,
        int userCount,
        int itemCount,
        Thresholds thresholds
    )
    {
        RatingThresholds found = RatingThresholds.Find(
            ratings,
            userCount,
            itemCount,
            thresholds.MinUserRatings,
            thresholds.MinMovieRatings
        );
        if (found.Left == 0)
        {
            throw NothingLeft.Explain(ratings, userCount, itemCount, thresholds);
        }

        if (found.Left < ratings.Count)
        {
            ratings.Drop(found.DroppedUsers, found.DroppedItems);
        }

        return found.Passes;
    }

    private static int KeepMovies(RatingTable ratings, int userCount, int[] movieIds, IReadOnlySet<int> keptIds)
    {
        bool[] drop = [.. movieIds.Select(id => !keptIds.Contains(id))];
        if (!drop.Contains(true))
        {
            return 0;
        }

        int before = ratings.Count;
        ratings.Drop(new bool[userCount], drop);
        return before - ratings.Count;
    }

    // Ranks among all ids become ranks among the ids that are left; the order stays.
    private static int[] Pack(Span<int> ranks, int[] ids)
    {
        int[] left = IdRanks.Replace(ranks);
        return [.. left.Select(rank => ids[rank])];
    }
}
