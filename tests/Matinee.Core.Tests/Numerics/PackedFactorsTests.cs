using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public unsafe class PackedFactorsTests
{
    public static TheoryData<int, int, int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int, int, int>();
            foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
            {
                foreach (
                    (int people, int items, int factors) in new[]
                    {
                        (1, 1, 1),
                        (1, 33, 5),
                        (2, 64, 16),
                        (13, 100, 20),
                        (25, 31, 64),
                    }
                )
                {
                    shapes.Add((int)width, people, items, factors);
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_AnyShape_HaveTheBitsOfASumOverAscendingFactors(int width, int people, int items, int factors)
    {
        FactorMatrix left = Random(people, factors, 1);
        FactorMatrix right = Random(items, factors, 2);
        var products = new float[people * (items + 3)];

        fixed (float* target = products)
        {
            PackedFactors.Of(right, (VectorWidth)width).Products(left, target, items + 3);
        }

        for (int person = 0; person < people; person++)
        {
            for (int item = 0; item < items; item++)
            {
                float expected = 0;
                for (int k = 0; k < factors; k++)
                {
                    expected = MathF.FusedMultiplyAdd(left[person][k], right[item][k], expected);
                }

                Assert.Equal(expected, products[(person * (items + 3)) + item]);
            }

            // What lies between two rows is not written.
            Assert.All(products.AsSpan((person * (items + 3)) + items, 3).ToArray(), value => Assert.Equal(0, value));
        }
    }

    private static FactorMatrix Random(int rows, int factors, long stream)
    {
        var random = new CounterRandom(42, stream);
        var matrix = new FactorMatrix(rows, factors);
        for (int row = 0; row < rows; row++)
        {
            for (int k = 0; k < factors; k++)
            {
                matrix[row][k] = (float)random.Normal((row * factors) + k);
            }
        }

        return matrix;
    }
}
