using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public unsafe class QuantizedFactorsTests
{
    public static TheoryData<int, int, int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int, int, int>();
            foreach (ByteProducts products in Supported)
            {
                foreach (
                    (int items, int factors, int wanted) in new[]
                    {
                        (1, 1, 1),
                        (5, 3, 10),
                        (32, 16, 4),
                        (1000, 20, 10),
                        (3000, 128, 10),
                        (2000, 65, 300),
                    }
                )
                {
                    shapes.Add((int)products, items, factors, wanted);
                }
            }

            return shapes;
        }
    }

    private static IEnumerable<ByteProducts> Supported =>
        Enum.GetValues<ByteProducts>().Where(products => products <= ByteBlocks.Fastest);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Best_AnyShape_IsTheTopOfAllScores(int products, int items, int factors, int wanted)
    {
        FactorMatrix matrix = RandomFactors.WithNorms(items, factors, stream: 1);
        var quantized = new QuantizedFactors(matrix, (ByteProducts)products);
        FactorMatrix people = RandomFactors.WithNorms(3, factors, stream: 2);
        for (int person = 0; person < people.RowCount; person++)
        {
            ulong[] leftOut = EveryThird(items);

            ScoredItem[] best = Best(quantized, people[person], leftOut, wanted);

            Assert.Equal(Expected(matrix, people[person], leftOut, wanted), best);
        }
    }

    [Fact]
    public void Best_EqualItems_ComeInTheirOrder()
    {
        // The same ten vectors again and again, in another order of lengths than of indices.
        FactorMatrix some = RandomFactors.WithNorms(10, 24, stream: 1);
        var matrix = new FactorMatrix(500, 24);
        for (int row = 0; row < matrix.RowCount; row++)
        {
            some[row * 7 % 10].CopyTo(matrix[row]);
        }

        ReadOnlySpan<float> person = RandomFactors.WithNorms(1, 24, stream: 2)[0];
        var leftOut = new ulong[ItemBits.Words(matrix.RowCount)];

        ScoredItem[] best = Best(new QuantizedFactors(matrix, ByteBlocks.Fastest), person, leftOut, 60);

        Assert.Equal(Expected(matrix, person, leftOut, 60), best);
        Assert.Equal(2, best.DistinctBy(item => item.Score).Count());
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(1e-22f)]
    [InlineData(1e-42f)]
    [InlineData(1e8f)]
    public void Best_ExtremeLengths_IsTheTopOfAllScores(float length)
    {
        FactorMatrix matrix = RandomFactors.WithNorms(300, 20, stream: 1);
        FactorMatrix person = RandomFactors.WithNorms(1, 20, stream: 2);
        matrix[5].Clear();
        matrix[6].Fill(length);
        matrix[200].Fill(-length);
        foreach (float factor in new[] { 1, length, -length })
        {
            person.Scale(factor);
            foreach (int wanted in new[] { 7, 290, 400 })
            {
                var leftOut = new ulong[ItemBits.Words(300)];

                ScoredItem[] best = Best(new QuantizedFactors(matrix, ByteBlocks.Fastest), person[0], leftOut, wanted);

                Assert.Equal(Expected(matrix, person[0], leftOut, wanted), best);
            }

            matrix.Scale(factor);
        }
    }

    [Fact]
    public void Best_NearlyEqualItems_IsTheTopOfAllScores()
    {
        // Items differ by less than their bytes do from them.
        FactorMatrix matrix = RandomFactors.WithNorms(2000, 32, stream: 1);
        ReadOnlySpan<float> center = RandomFactors.WithNorms(1, 32, stream: 3)[0];
        for (int row = 0; row < matrix.RowCount; row++)
        {
            for (int k = 0; k < 32; k++)
            {
                matrix[row][k] = center[k] + (0.003f * matrix[row][k]);
            }
        }

        var quantized = new QuantizedFactors(matrix, ByteBlocks.Fastest);
        FactorMatrix people = RandomFactors.WithNorms(10, 32, stream: 4);
        var leftOut = new ulong[ItemBits.Words(2000)];
        for (int person = 0; person < people.RowCount; person++)
        {
            Assert.Equal(Expected(matrix, people[person], leftOut, 20), Best(quantized, people[person], leftOut, 20));
        }
    }

    [Fact]
    public void Best_NothingMayBeListed_IsEmpty()
    {
        var quantized = new QuantizedFactors(RandomFactors.WithNorms(100, 8, stream: 1), ByteBlocks.Fastest);
        ulong[] leftOut = [ulong.MaxValue, ulong.MaxValue];

        Assert.Empty(Best(quantized, new float[8], leftOut, 10));
    }

    [Fact]
    public void Best_FactorThatIsNoNumber_Throws()
    {
        FactorMatrix matrix = RandomFactors.WithNorms(100, 8, stream: 1);
        matrix[70][3] = float.NaN;
        var quantized = new QuantizedFactors(matrix, ByteBlocks.Fastest);

        Assert.Throws<ArgumentException>(() => Best(quantized, new float[8], new ulong[2], 10));
    }

    [Fact]
    public void Best_ManyItems_ScoresFewOfThem()
    {
        FactorMatrix matrix = RandomFactors.WithNorms(10_000, 64, stream: 1);
        FactorMatrix person = RandomFactors.WithNorms(1, 64, stream: 2);

        new QuantizedFactors(matrix, ByteBlocks.Fastest).Best(
            person[0],
            new ulong[ItemBits.Words(10_000)],
            new ScoredItem[10],
            out int scored
        );

        Assert.InRange(scored, 10, 200);
    }

    [Fact]
    public void NotBelow_EveryKernel_GivesTheSumsOfTheBytes()
    {
        const int steps = 5;
        var person = new sbyte[steps * ByteBlocks.Step];
        var block = new sbyte[ByteBlocks.Items * person.Length];
        for (int n = 0; n < block.Length; n++)
        {
            // Whole items of the largest bytes, too: the sums at which an instruction could saturate.
            int value = n / ByteBlocks.Step % ByteBlocks.Items < 4 ? 127 : (n * 89 % 255) - 127;
            block[n] = (sbyte)(n % 2 == 0 ? value : -value);
        }

        for (int k = 0; k < person.Length; k++)
        {
            person[k] = (sbyte)(
                k < 8
                    ? k % 2 == 0
                        ? 127
                        : -127
                    : (k * 53 % 255) - 127
            );
        }

        float[] scales = [.. Enumerable.Range(0, ByteBlocks.Items).Select(item => 1 + (item % 3 * 0.5f))];
        float[] expected = [.. scales.Select((scale, item) => scale * Sum(person, block, item))];
        float threshold = expected[9];

        foreach (ByteProducts products in Supported)
        {
            ByteBlocks kernel = ByteBlocks.With(products);
            byte[] shifted = [.. person.Select(value => (byte)(value + kernel.PersonOffset))];
            sbyte[] ones = [.. person.Select(_ => (sbyte)1)];
            int[] corrections = [.. scales.Select((_, item) => -kernel.PersonOffset * Sum(ones, block, item))];
            var actual = new float[ByteBlocks.Items];
            uint candidates;
            fixed (sbyte* items = block)
            fixed (byte* bytes = shifted)
            fixed (int* correction = corrections)
            fixed (float* scale = scales)
            fixed (float* target = actual)
            {
                candidates = kernel.NotBelow(items, steps, bytes, correction, scale, threshold, target);
            }

            Assert.Equal(expected, actual);
            Assert.Equal(
                expected.Select(value => value >= threshold),
                expected.Select((_, item) => (candidates >> item & 1) != 0)
            );
        }
    }

    private static int Sum(sbyte[] person, sbyte[] block, int item) =>
        person.Select((value, k) => value * block[(k / 4 * ByteBlocks.Items * 4) + (item * 4) + (k % 4)]).Sum();

    private static ulong[] EveryThird(int items)
    {
        var leftOut = new ulong[ItemBits.Words(items)];
        ItemBits.Add(leftOut, [.. Enumerable.Range(0, items).Where(item => item % 3 == 1)]);
        return leftOut;
    }

    private static ScoredItem[] Best(
        QuantizedFactors quantized,
        ReadOnlySpan<float> person,
        ReadOnlySpan<ulong> leftOut,
        int wanted
    )
    {
        var best = new ScoredItem[wanted];
        return best[..quantized.Best(person, leftOut, best, out _)];
    }

    private static ScoredItem[] Expected(
        FactorMatrix items,
        ReadOnlySpan<float> person,
        ReadOnlySpan<ulong> leftOut,
        int wanted
    )
    {
        var scores = new float[items.RowCount];
        fixed (float* target = scores)
        {
            PackedFactors
                .Of(items, VectorWidths.Widest)
                .Products(FactorMatrix.From(person, 1, person.Length), target, scores.Length);
        }

        var best = new ScoredItem[wanted];
        return best[..TopK.SelectWithout(scores, leftOut, best)];
    }
}
