using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;
using Matinee.Neural.Hybrid;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>
/// Thirty people of two tastes and forty movies, the last six of which nobody has rated. Everyone mostly rates their own
/// taste, over seconds to years.
/// </summary>
internal static class SmallWorld
{
    public const int Users = 30;
    public const int Items = 40;
    public const int Rated = 34;

    private static readonly string[] s_tags = ["space", "dark", "funny", "based on a book", "twist ending"];

    public static HybridOptions Options { get; } =
        new()
        {
            RankingFactors = 16,
            NFactors = 8,
            HistoryHeads = 2,
            AttentionHeads = 2,
            KeyDimension = 4,
            ContentFactors = 8,
            HiddenUnits = 8,
            BatchSize = 8,
            NEpochs = 3,
            ValidRatio = 0,
            SpectralRegularization = 5,
            Device = HybridDevice.Cpu,
        };

    /// <summary>Without texts, which few tests need.</summary>
    public static HybridOptions Wordless { get; } = Options with { UseText = false, UseCrossAttention = false };

    public static TrainingContext Context { get; } = new() { MaxThreads = 1 };

    public static MovieCatalog Catalog { get; } =
        new(
            [
                .. Enumerable
                    .Range(0, Items)
                    .Select(item => new Movie
                    {
                        Id = new ItemId(100 + item),
                        Title = $"Movie {item} ({1960 + item})",
                        Year = 1960 + item,
                        Genres = item % 2 == 0 ? ["Comedy"] : ["Drama", "War"],
                        Tags = item % 5 == 4 ? [] : [new(s_tags[item % 5], 3), new(s_tags[item % 3], 1)],
                        Plot = item % 7 == 0 ? "A stranger comes to town." : null,
                    }),
            ],
            Items
        );

    public static InteractionMatrix Ratings { get; } = CreateRatings();

    public static TrainingData Data { get; } = new(Ratings, Catalog);

    public static HybridData Load(HybridOptions options) =>
        HybridData.Of(Data, options, Context, TorchRuntime.Choose(DeviceChoice.Cpu));

    private static InteractionMatrix CreateRatings()
    {
        var random = new CounterRandom(5, 0);
        var entries = new List<(int User, int Item, float Value, long Time)>();
        for (int user = 0; user < Users; user++)
        {
            long time = 1_000_000_000;
            for (int item = 0; item < Rated; item++)
            {
                long place = user * Items + item;
                bool own = item % 2 == user % 2;
                if (random.Uniform(2 * place) < (own ? 0.6 : 0.15))
                {
                    // Twice as long each time; every third comes with the one before.
                    time += entries.Count % 3 == 0 ? 0 : 1000L << (item / 2);
                    entries.Add((user, item, (own ? 3 : 1) + random.Below(5, 2 * place + 1) / 2f, time));
                }
            }
        }

        var columns = new RatingColumns(
            [.. entries.Select(entry => entry.User)],
            [.. entries.Select(entry => entry.Item)],
            [.. entries.Select(entry => entry.Value)],
            [.. entries.Select(entry => entry.Time)],
            new SplitPart[entries.Count]
        );
        return InteractionMatrix.FromRatings(columns, Users, Items, _ => true);
    }
}
