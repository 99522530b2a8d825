using Matinee.Api.Contracts;
using Matinee.Api.Store;
using Matinee.Core.Interactions;

namespace Matinee.Api.Serving;

/// <summary>Whoever asks, as the model sees them: one state of a user, or a visitor. Immutable; what no one asks for is not computed.</summary>
internal sealed class Person
{
    private readonly ServedModel model;
    private ProfileSummary? summary;

    public Person(ServedModel model, int? id, UserRecord? record, MergedRating[] ratings, UserHistory history)
    {
        this.model = model;
        Id = id;
        Record = record;
        Ratings = ratings;
        History = history;
    }

    /// <summary>Null for a visitor.</summary>
    public int? Id { get; }

    /// <summary>What is stored; null for a visitor, and for a user of the training data who has said nothing here.</summary>
    public UserRecord? Record { get; }

    /// <summary>All ratings that count, by item.</summary>
    public MergedRating[] Ratings { get; }

    /// <summary>What the model is given: the rated movies that it covers, and those watched without a rating.</summary>
    public UserHistory History { get; }

    /// <summary>Seen although not in the history, item indices.</summary>
    public int[] AlsoSeen { get; init; } = [];

    /// <summary>Never to be recommended, item indices.</summary>
    public int[] Hidden { get; init; } = [];

    /// <summary>The only ones to be recommended, item indices, ascending; null: any.</summary>
    public int[]? Only { get; init; }

    public MergedRating? RatingOf(ItemIndex item)
    {
        int place = Array.BinarySearch(
            Ratings,
            new MergedRating(item, 0, 0, false),
            Comparer<MergedRating>.Create((left, right) => left.Item.Value.CompareTo(right.Item.Value))
        );
        return place >= 0 ? Ratings[place] : null;
    }

    public UserProfile Profile => Summary.Profile;
    public IReadOnlyList<RatedMovie> TopRated => Summary.TopRated;
    public IReadOnlyList<RatedMovie> RecentFavorites => Summary.RecentFavorites;

    // Two requests may both compute it: the same.
    private ProfileSummary Summary => summary ??= ProfileSummary.Of(Ratings, model.Catalog);
}
