using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Tests.Models;

/// <summary>
/// Two tastes that never mix: users 0–5 rate items 0–4, users 6–11 items 5–9, five of six leave one out. Whoever likes items
/// of one taste wants the rest of it.
/// </summary>
internal static class TinyWorld
{
    public const int Users = 12;
    public const int Items = 10;

    public static InteractionMatrix Ratings { get; } = CreateRatings();

    public static MovieCatalog Catalog { get; } =
        new(
            [
                .. Enumerable
                    .Range(0, Items)
                    .Select(item => new Movie
                    {
                        Id = new ItemId(100 + item),
                        Title = $"Movie {item} ({2000 + item})",
                        Year = 2000 + item,
                        Genres = item < 5 ? ["Comedy"] : ["Drama", "War"],
                    }),
            ],
            Items
        );

    public static TrainingData Data { get; } = new(Ratings, Catalog);

    public static UserHistory History(params int[] items) =>
        new(items, items.Select(_ => 4f).ToArray(), items.Select(item => 1000L + item).ToArray());

    private static InteractionMatrix CreateRatings()
    {
        var users = new List<int>();
        var items = new List<int>();
        var values = new List<float>();
        for (int user = 0; user < Users; user++)
        {
            int first = user < Users / 2 ? 0 : Items / 2;
            for (int n = 0; n < Items / 2; n++)
            {
                if (n != user % 6)
                {
                    users.Add(user);
                    items.Add(first + n);
                    values.Add(2 + (user + n) % 4);
                }
            }
        }

        var columns = new RatingColumns(
            [.. users],
            [.. items],
            [.. values],
            [.. users.Select((user, n) => 1000L + (user * 10) + n)],
            new SplitPart[users.Count]
        );
        return InteractionMatrix.FromRatings(columns, Users, Items, _ => true);
    }
}
