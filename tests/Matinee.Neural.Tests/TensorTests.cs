using static TorchSharp.torch;

namespace Matinee.Neural.Tests;

/// <summary>That the native library this build carries computes, differentiates and frees.</summary>
public class TensorTests
{
    public TensorTests() => TorchRuntime.Choose(DeviceChoice.Cpu);

    [Fact]
    public void Matmul_TwoByTwo_IsTheHandWorkedProduct()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(new float[] { 1, 2, 3, 4 }, 2, 2);
        Tensor b = tensor(new float[] { 5, 6, 7, 8 }, 2, 2);

        // 1·5 + 2·7, 1·6 + 2·8, 3·5 + 4·7, 3·6 + 4·8
        Assert.Equal([19f, 22f, 43f, 50f], a.matmul(b).data<float>().ToArray());
    }

    [Fact]
    public void Backward_SquareTimesOther_IsTheHandWorkedGradient()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(3f, requires_grad: true);
        Tensor y = tensor(-2f, requires_grad: true);

        (x * x * y + y).backward();

        // d/dx = 2xy, d/dy = x² + 1
        Assert.Equal(-12f, x.grad!.item<float>());
        Assert.Equal(10f, y.grad!.item<float>());
    }

    [Fact]
    public void DisposeScope_ThousandsOfSteps_KeepMemoryFlat()
    {
        const int Steps = 2000;
        using var outer = NewDisposeScope();
        using var random = new Generator(7);
        Tensor weights = randn([64, 32], generator: random).requires_grad_();
        Tensor input = randn([128, 64], generator: random);
        Run(Steps / 4);
        long before = Settled();

        Run(Steps);

        // One leaked 128 × 32 product a step would be 33 MB.
        Assert.InRange(Settled() - before, long.MinValue, 8L << 20);

        void Run(int steps)
        {
            for (int step = 0; step < steps; step++)
            {
                using var scope = NewDisposeScope();
                Tensor loss = input.matmul(weights).relu().square().mean();
                loss.backward();
                weights.grad!.zero_();
            }
        }
    }

    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Environment.WorkingSet;
    }
}
