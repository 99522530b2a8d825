using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Ranking;

/// <summary>Catalogues made for a test, and popularity with any counts.</summary>
internal static class SmallCatalog
{
    private static readonly string[] Genres = ["Comedy", "Drama", "War", "Horror", "Romance", "Crime"];
    private static readonly string[] Tags = ["funny", "dark", "classic", "slow", "twist"];

    public static MovieCatalog Of(params Movie[] movies) =>
        new([.. movies.Select((movie, n) => movie with { Id = new ItemId(n + 1) })], movies.Length);

    public static Movie Movie(int? year, string[] genres, params MovieTag[] tags) =>
        new()
        {
            Id = new ItemId(1),
            Title = "A movie",
            Year = year,
            Genres = genres,
            Tags = tags,
        };

    /// <summary>Movies with up to three genres, a year and up to two tags; some with none of it.</summary>
    public static MovieCatalog Random(int count, long seed)
    {
        var random = new CounterRandom(seed, 1);
        return Of([
            .. Enumerable
                .Range(0, count)
                .Select(n => 10 * n)
                .Select(at =>
                    Movie(
                        random.Below(8, at) == 0 ? null : 1950 + random.Below(70, at + 1),
                        [
                            .. Enumerable
                                .Range(0, random.Below(4, at + 2))
                                .Select(g => Genres[random.Below(Genres.Length, at + 3 + g)])
                                .Distinct(),
                        ],
                        [
                            .. Enumerable
                                .Range(0, random.Below(3, at + 6))
                                .Select(t => Tags[random.Below(Tags.Length, at + 7 + t)])
                                .Distinct()
                                .Select(tag => new MovieTag(tag, 1 + random.Below(5, at + 9))),
                        ]
                    )
                ),
        ]);
    }

    public static PopularityModel Popularity(params int[] counts)
    {
        int[] columns = [.. counts.SelectMany((count, item) => Enumerable.Repeat(item, count))];
        return PopularityModel.Train(
            new InteractionMatrix(
                [.. Enumerable.Range(0, columns.Length + 1)],
                columns,
                new float[columns.Length],
                new long[columns.Length],
                counts.Length
            )
        );
    }
}
