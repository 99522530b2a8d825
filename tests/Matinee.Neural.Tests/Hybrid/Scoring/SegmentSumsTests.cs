using Matinee.Neural.Hybrid.Scoring;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid.Scoring;

[Collection(OneAfterAnother.Name)]
public class SegmentSumsTests
{
    [Fact]
    public void Of_RaggedSegments_AreTheirRowsSums()
    {
        using var scope = NewDisposeScope();
        Tensor table = tensor(new float[] { 1, 10, 2, 20, 4, 40 }).reshape(3, 2);

        Tensor sums = SegmentSums.Of(table, tensor(new long[] { 2, 0, 2, 1 }), tensor(new long[] { 0, 0, 3, 3, 4 }));

        // Rows 2, 0 and 2; row 1; nothing before and between.
        Assert.Equal([0, 0, 9, 90, 0, 0, 2, 20], sums.data<float>().ToArray());
    }

    [Fact]
    public void Of_NoEntries_AreZeros()
    {
        using var scope = NewDisposeScope();

        Tensor sums = SegmentSums.Of(zeros(0, 2), zeros(0, ScalarType.Int64), zeros(3, ScalarType.Int64));

        Assert.Equal([0, 0, 0, 0], sums.data<float>().ToArray());
    }
}
