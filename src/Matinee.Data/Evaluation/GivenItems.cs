using Matinee.Core.Catalog;

namespace Matinee.Data;

internal readonly record struct GivenRating(int User, int Movie, float Rating, long Timestamp, long Order);

/// <summary>Movies by index: the catalogue's, and after them those that a file names and the catalogue lacks.</summary>
internal sealed class GivenItems
{
    private readonly MovieCatalog catalog;
    private readonly int[] strangers;

    private GivenItems(MovieCatalog catalog, int[] strangers)
    {
        this.catalog = catalog;
        this.strangers = strangers;
    }

    public static GivenItems Of(MovieCatalog catalog, IEnumerable<GivenRating> ratings) =>
        new(
            catalog,
            [
                .. ratings
                    .Select(row => row.Movie)
                    .Distinct()
                    .Where(movie => !catalog.Items.TryGetIndex(new ItemId(movie), out _))
                    .Order(),
            ]
        );

    public int Id(int index) =>
        index < catalog.Count ? catalog.Items[new ItemIndex(index)].Value : strangers[index - catalog.Count];

    public InteractionMatrix Matrix(UserMap users, IReadOnlyList<GivenRating> ratings)
    {
        var columns = new RatingColumns(
            [.. ratings.Select(row => users.TryGetIndex(new UserId(row.User), out UserIndex user) ? user.Value : -1)],
            [.. ratings.Select(row => Index(row.Movie))],
            [.. ratings.Select(row => row.Rating)],
            [.. ratings.Select(row => row.Timestamp)],
            new SplitPart[ratings.Count]
        );
        return InteractionMatrix.FromRatings(columns, users.Count, catalog.Count + strangers.Length, _ => true);
    }

    private int Index(int movie) =>
        catalog.Items.TryGetIndex(new ItemId(movie), out ItemIndex item)
            ? item.Value
            : catalog.Count + Array.BinarySearch(strangers, movie);
}
