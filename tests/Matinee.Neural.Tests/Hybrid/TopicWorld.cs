using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Numerics;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>
/// Three thousand movies of thirty topics, which their tags tell, and three hundred people who keep to two of them. A movie
/// has few ratings or none, so that its texts count.
/// </summary>
internal static class TopicWorld
{
    public const int Items = 3000;
    public const int Rated = 2400;
    public const int Users = 300;
    private const int RatingsPerUser = 40;

    // A rating in so many goes to any movie.
    private const double Stray = 0.2;

    private static readonly string[] s_topics =
    [
        .. "space,romance,war,heist,zombies,chess,cooking,baseball,vampires,pirates,robots,jazz,submarines,circus,ghosts".Split(
            ','
        ),
        .. "boxing,spies,dinosaurs,westerns,poker,samurai,ballet,prison,dragons,journalism,racing,opera,aliens,mafia,dogs".Split(
            ','
        ),
    ];

    private static readonly string[] s_moods = ["dark", "funny", "slow", "clever", "sad", "violent"];

    public static TrainingData Data { get; } = new(CreateRatings(), CreateCatalog());

    private static int Topic(int item) => item % s_topics.Length;

    private static MovieCatalog CreateCatalog() => new([.. Enumerable.Range(0, Items).Select(CreateMovie)], Items);

    // Titles repeat, so that there is little to encode.
    private static Movie CreateMovie(int item)
    {
        var random = new CounterRandom(11, item);
        string topic = s_topics[Topic(item)];
        string mood = s_moods[random.Below(s_moods.Length, 0)];
        string other = s_topics[random.Below(s_topics.Length, 1)];
        int year = 1990 + random.Below(4, 2);
        return new Movie
        {
            Id = new ItemId(1 + item),
            Title = $"The {mood} one ({year})",
            Year = year,
            Genres = [random.Below(2, 3) == 0 ? "Drama" : "Comedy"],
            Tags =
                random.Below(3, 4) == 0 ? [new(mood, 3), new(other, 1)] : [new(topic, 5), new(mood, 2), new(other, 1)],
        };
    }

    private static InteractionMatrix CreateRatings()
    {
        var entries = new SortedSet<(int User, int Item)>();
        for (int user = 0; user < Users; user++)
        {
            var random = new CounterRandom(12, user);
            for (int n = 0; n < RatingsPerUser; n++)
            {
                int topic = (user + (n % 2 == 0 ? 0 : 7 + user / s_topics.Length)) % s_topics.Length;
                int item = random.Below(Rated, 2 * n);
                entries.Add((user, random.Uniform(2 * n + 1) < Stray ? item : item - Topic(item) + topic));
            }
        }

        var columns = new RatingColumns(
            [.. entries.Select(entry => entry.User)],
            [.. entries.Select(entry => entry.Item)],
            [.. entries.Select((_, n) => 3 + n % 5 / 2f)],
            [.. entries.Select((_, n) => 1_000_000_000L + n * 5000L)],
            new SplitPart[entries.Count]
        );
        return InteractionMatrix.FromRatings(columns, Users, Items, _ => true);
    }
}
