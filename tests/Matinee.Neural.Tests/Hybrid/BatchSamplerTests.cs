using Matinee.Core.Models.Hybrid;
using Matinee.Neural.Hybrid;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class BatchSamplerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Epoch_AnyMode_AsksForNothingThatIsKnown(double temporalShare)
    {
        HybridOptions options = SmallWorld.Wordless with { TemporalShare = temporalShare };
        using HybridData data = SmallWorld.Load(options);
        var sampler = new BatchSampler(data, options, seed: 1);
        var seen = new List<int>();
        for (int epoch = 1; epoch <= 20; epoch++)
        {
            seen.Clear();
            foreach (Batch batch in sampler.Epoch(epoch))
            {
                seen.AddRange(batch.Users);
                var known = Pairs(batch, batch.History.Users, batch.History.Items).ToHashSet();
                var asked = Pairs(batch, batch.Targets.Users, batch.Targets.Items).ToHashSet();
                Assert.NotEmpty(asked);
                Assert.Empty(known.Intersect(asked));
                foreach (int user in batch.Users)
                {
                    Assert.Equal(
                        data.Ratings.RowColumns(user).ToArray(),
                        known.Union(asked).Where(pair => pair.User == user).Select(pair => pair.Item).Order()
                    );
                }
            }

            Assert.Equal(Enumerable.Range(0, SmallWorld.Users), seen.Order());
        }
    }

    [Fact]
    public void Epoch_EverythingTemporal_KnowsNothingFromTheTargetsTimeOn()
    {
        HybridOptions options = SmallWorld.Wordless with { TemporalShare = 1 };
        using HybridData data = SmallWorld.Load(options);
        int compared = 0;
        foreach (Batch batch in Enumerable.Range(1, 20).SelectMany(new BatchSampler(data, options, seed: 1).Epoch))
        {
            var known = Pairs(batch, batch.History.Users, batch.History.Items).ToLookup(pair => pair.User, Time);
            foreach (var asked in Pairs(batch, batch.Targets.Users, batch.Targets.Items).GroupBy(p => p.User, Time))
            {
                compared += known.Contains(asked.Key) ? 1 : 0;
                Assert.All(known[asked.Key], time => Assert.True(time < asked.Min()));
            }
        }

        // Now and then a person's first sitting is asked for, and nothing is known.
        Assert.InRange(compared, 20 * SmallWorld.Users / 2, 20 * SmallWorld.Users);

        long Time((int User, int Item) pair)
        {
            int place = data.Ratings.RowColumns(pair.User).IndexOf(pair.Item);
            return data.Ratings.RowTimestamps(pair.User)[place];
        }
    }

    [Fact]
    public void Epoch_SameSeedAndEpoch_DrawsTheSame()
    {
        HybridOptions options = SmallWorld.Wordless with { TemporalShare = 0.5, Negatives = 10 };
        using HybridData data = SmallWorld.Load(options);

        string first = Text(new BatchSampler(data, options, seed: 1).Epoch(2));

        Assert.Equal(first, Text(new BatchSampler(data, options, seed: 1).Epoch(2)));
        Assert.NotEqual(first, Text(new BatchSampler(data, options, seed: 1).Epoch(3)));
        Assert.NotEqual(first, Text(new BatchSampler(data, options, seed: 2).Epoch(2)));
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(1_000_000, SmallWorld.Users)]
    public void Epoch_SoManyUsers_DrawsThemAnew(int wanted, int expected)
    {
        HybridOptions options = SmallWorld.Wordless with { BatchSize = 3, UsersPerEpoch = wanted };
        using HybridData data = SmallWorld.Load(options);
        var sampler = new BatchSampler(data, options, seed: 1);

        Batch[] first = [.. sampler.Epoch(1)];
        int[] users = [.. first.SelectMany(batch => batch.Users)];
        int[] later = [.. Enumerable.Range(2, 20).SelectMany(sampler.Epoch).SelectMany(batch => batch.Users)];

        Assert.Equal((expected + 2) / 3, sampler.StepsPerEpoch);
        Assert.Equal(sampler.StepsPerEpoch, first.Length);
        Assert.Equal(expected, users.Distinct().Count());
        Assert.Equal(users.Length, users.Distinct().Count());
        Assert.Equal(SmallWorld.Users, later.Distinct().Count());
    }

    private static IEnumerable<(int User, int Item)> Pairs(Batch batch, long[] users, long[] items) =>
        users.Zip(items, (user, item) => (batch.Users[user], batch.Items[item]));

    private static string Text(IEnumerable<Batch> batches) =>
        string.Join(
            '\n',
            batches.Select(batch =>
                string.Join(
                    ' ',
                    [
                        .. batch.Users.Select(user => $"{user}"),
                        .. batch.Items.Select(item => $"{item}"),
                        .. batch.History.Users.Select(user => $"{user}"),
                        .. batch.History.Items.Select(item => $"{item}"),
                        .. batch.Targets.Items.Select(item => $"{item}"),
                        .. batch.Candidates.LogCorrections!.Select(correction => $"{correction:R}"),
                    ]
                )
            )
        );
}
