using System.Numerics.Tensors;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Api.Serving;

/// <summary>A few users of the training data whose tastes differ, for whoever wants to see lists before rating anything.</summary>
internal static class ExampleUsers
{
    private const int Shown = 6;
    private const int FewestRatings = 30;
    private const int MostRatings = 300;

    // Enough to choose from, whatever the data's size.
    private const int Considered = 1_000;

    /// <summary>
    /// Beginning with the first that has between 30 and 300 ratings, always the user next whose genres are the least like those of
    /// all taken (farthest-first, Gonzalez 1985); the lower id where two are equal.
    /// </summary>
    /// <returns>Ids, ascending; none without histories.</returns>
    public static IReadOnlyList<int> Of(ModelBundle bundle)
    {
        if (bundle.Histories is not { } histories)
        {
            return [];
        }

        (int Id, float[] Taste)[] users = [.. Candidates(bundle, histories).Take(Considered)];
        var likeness = new float[users.Length];
        Array.Fill(likeness, float.NegativeInfinity);
        var taken = new SortedSet<int>();
        for (int next = 0; taken.Count < Math.Min(Shown, users.Length); next = likeness.IndexOf(likeness.Min()))
        {
            taken.Add(users[next].Id);
            for (int user = 0; user < users.Length; user++)
            {
                likeness[user] = Math.Max(likeness[user], TensorPrimitives.Dot(users[user].Taste, users[next].Taste));
            }

            likeness[next] = float.PositiveInfinity;
        }

        return [.. taken];
    }

    private static IEnumerable<(int Id, float[] Taste)> Candidates(ModelBundle bundle, BundleHistories histories)
    {
        Dictionary<string, int> genres = bundle
            .Catalog.Movies.SelectMany(movie => movie.Genres)
            .Distinct()
            .Select((genre, n) => (genre, n))
            .ToDictionary(pair => pair.genre, pair => pair.n);
        foreach (int id in histories.Users.IdByIndex.ToArray())
        {
            if (
                histories.TryGet(new UserId(id), out UserHistory? history)
                && history.Count is >= FewestRatings and <= MostRatings
            )
            {
                yield return (id, Taste(bundle, history, genres));
            }
        }
    }

    // Stars above the user's mean, by genre; of length 1.
    private static float[] Taste(ModelBundle bundle, UserHistory history, Dictionary<string, int> genres)
    {
        var taste = new float[genres.Count];
        float mean = TensorPrimitives.Sum(history.Ratings) / history.Count;
        for (int n = 0; n < history.Count; n++)
        {
            foreach (string genre in bundle.Catalog.Movies[history.Items[n]].Genres)
            {
                taste[genres[genre]] += history.Ratings[n] - mean;
            }
        }

        float length = TensorPrimitives.Norm<float>(taste);
        TensorPrimitives.Divide(taste, Math.Max(length, float.Epsilon), taste);
        return taste;
    }
}
