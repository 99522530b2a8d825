namespace Matinee.Data.Tests;

internal static class RatingRows
{
    /// <summary>Ratings as a person would write them, in dataset order, with external ids.</summary>
    public static (int User, int Movie, float Rating, long Time, SplitPart Part)[] Rows(this Dataset dataset)
    {
        RatingColumns ratings = dataset.Ratings;
        return
        [
            .. Enumerable
                .Range(0, ratings.Count)
                .Select(n =>
                    (
                        dataset.Users[new UserIndex(ratings.Users[n])].Value,
                        dataset.Catalog.Items[new ItemIndex(ratings.Items[n])].Value,
                        ratings.Values[n],
                        ratings.Timestamps[n],
                        ratings.Parts[n]
                    )
                ),
        ];
    }

    public static Movie Movie(this Dataset dataset, int id) =>
        dataset.Catalog.Items.TryGetIndex(new ItemId(id), out ItemIndex index)
            ? dataset.Catalog[index]
            : throw new KeyNotFoundException($"No movie {id}.");
}
