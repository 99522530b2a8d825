using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

public class RowMapTests
{
    private static Tensor Values => tensor(new float[] { 1, 2, 3, 4, 5, 6 }).reshape(3, 2);

    [Fact]
    public void Of_RowsAddedTwiceAndNever_AreTheirSums()
    {
        using var scope = NewDisposeScope();
        var map = new RowMap(CPU, [0, 2, 0, 0], [0, 1, 2, 2], rows: 3, sources: 3);

        // 1 + 5 + 5, 2 + 6 + 6; nothing; 3, 4
        Assert.Equal([11, 14, 0, 0, 3, 4], map.Of(Values).data<float>().ToArray());
    }

    [Fact]
    public void Of_Shares_Multiply()
    {
        using var scope = NewDisposeScope();
        var map = new RowMap(CPU, [1, 1], [0, 1], rows: 2, sources: 3, tensor(new[] { 2f, 0.5f }));

        Assert.Equal([0, 0, 3.5f, 6], map.Of(Values).data<float>().ToArray());
    }

    [Fact]
    public void Copy_OneValuePerRow_IsPickedByNumber()
    {
        using var scope = NewDisposeScope();

        Tensor picked = RowMap.Copy(CPU, [2, 0, 2, 1], sources: 3).Of(tensor(new[] { 7f, 8f, 9f }));

        Assert.Equal([9, 7, 9, 8], picked.data<float>().ToArray());
    }

    [Fact]
    public void Of_Gradient_IsIndexAdds()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        long[] to = [.. Enumerable.Range(0, 300).Select(n => (long)(n * 7 % 40))];
        long[] from = [.. Enumerable.Range(0, 300).Select(n => (long)(n * n % 23))];
        Tensor values = randn(23, 5).requires_grad_(true);
        Tensor twin = values.detach().clone().requires_grad_(true);
        Tensor weights = randn(40, 5);

        Tensor sums = new RowMap(CPU, to, from, 40, 23).Of(values);
        Tensor slow = zeros(40, 5).index_add(0, tensor(to), twin.index_select(0, tensor(from)), 1);
        (sums * weights).sum().backward();
        (slow * weights).sum().backward();

        Assert.True(sums.allclose(slow, 1e-5, 1e-5));
        Assert.True(values.grad!.allclose(twin.grad!, 1e-5, 1e-5));
    }
}
