using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public class ItemBitsTests
{
    [Fact]
    public void AddAndRemove_ItemsBeyondTheSet_ChangeNothing()
    {
        var bits = new ulong[2];

        ItemBits.Add(bits, [0, 63, 64, 127, 128, -1, int.MinValue, int.MaxValue]);
        ItemBits.Remove(bits, [63, 90, -1, 128]);

        Assert.Equal([0, 64, 127], Items(bits));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 4)]
    [InlineData(0, 64)]
    [InlineData(60, 200)]
    [InlineData(64, 192)]
    [InlineData(130, 191)]
    public void AddRange_AnyEnds_AddsEachItemBetween(int start, int end)
    {
        var bits = new ulong[4];

        ItemBits.AddRange(bits, start, end);

        Assert.Equal(Enumerable.Range(start, end - start), Items(bits));
    }

    [Fact]
    public void AddOutside_AnyLength_AddsWhatIsBelowOrAbove()
    {
        foreach (int length in new[] { 0, 1, 63, 64, 65, 200 })
        {
            var random = new CounterRandom(length, 1);
            int[] values =
            [
                .. Enumerable.Range(0, length).Select(n => n % 9 == 0 ? int.MinValue : random.Below(100, n)),
            ];
            var bits = new ulong[ItemBits.Words(length)];

            ItemBits.AddOutside(bits, values, 20, 60);

            Assert.Equal(Enumerable.Range(0, length).Where(n => values[n] is < 20 or > 60), Items(bits));
        }
    }

    [Fact]
    public void SelectWithout_RandomSets_IsWhatTheSortedListGives()
    {
        var random = new CounterRandom(5, 1);
        foreach (int length in new[] { 1, 64, 100, 1000 })
        {
            float[] scores = [.. Enumerable.Range(0, length).Select(n => MathF.Round((float)random.Normal(n), 1))];
            int[] excluded = [.. Enumerable.Range(0, length).Where(n => random.Below(3, 5000 + n) == 0)];
            var bits = new ulong[ItemBits.Words(length)];
            ItemBits.Add(bits, excluded);
            var expected = new ScoredItem[20];
            var actual = new ScoredItem[20];

            int count = TopK.Select(scores, excluded, expected);

            Assert.Equal(count, TopK.SelectWithout(scores, bits, actual));
            Assert.Equal(expected, actual);
        }
    }

    private static IEnumerable<int> Items(ulong[] bits) =>
        Enumerable.Range(0, bits.Length * ItemBits.PerWord).Where(item => ItemBits.Contains(bits, item));
}
