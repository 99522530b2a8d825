using Matinee.Text.Int8;

namespace Matinee.Text.Tests.Int8;

public class ColumnWeightsTests
{
    [Fact]
    public void Of_TwoColumns_EachHasItsOwnStep()
    {
        // The first column's largest is 1.27, so its step is 0.01; the second is empty; the third's is 254, so its step is 2.
        var columns = ColumnWeights.Of([1.27f, 0, 254, -0.5f, 0, -3], 3);

        Assert.Equal([0.01f, 0, 2f], columns.Steps.Select(step => MathF.Round(step, 6)));
        Assert.Equal([127, 0, 127, -50, 0, -2], columns.Numbers.Select(number => (int)number));
    }
}
