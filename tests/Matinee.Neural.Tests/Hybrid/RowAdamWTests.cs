using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class RowAdamWTests
{
    private const double Rate = 0.1;
    private const double Decay = 0.5;

    // No gradient here is as long.
    private const double Unclipped = 1e6;

    public RowAdamWTests() => TorchRuntime.Choose(DeviceChoice.Cpu);

    [Fact]
    public void Step_AllRowsThreeTimes_IsTheTextbooksAdamW()
    {
        using var scope = NewDisposeScope();
        float[] start = [1, -2, 3, 0.5f, 0, -1];
        float[][] gradients =
        [
            [1, 2, -3, 0.1f, 0, 4],
            [-1, 2, 1, 0.2f, 0.5f, 0],
            [2, -1, 1, 0.3f, -0.5f, 1],
        ];
        using Parameter parameter = Create(start);
        var optimizer = new RowAdamW(Unclipped);

        foreach (float[] gradient in gradients)
        {
            optimizer.Step([Leaf(parameter, [0, 1, 2], gradient)], scale: 0.5);
        }

        Assert.Equal(3, optimizer.Steps);
        float[] trained = Values(parameter.Value);
        for (int n = 0; n < start.Length; n++)
        {
            Assert.Equal(Textbook(start[n], [.. gradients.Select(gradient => gradient[n])]), trained[n], 1e-5);
        }
    }

    [Fact]
    public void Step_SomeRows_LeavesTheOthersAndTheirMoments()
    {
        using var scope = NewDisposeScope();
        using Parameter parameter = Create([1, 2, 3, 4, 5, 6]);
        var optimizer = new RowAdamW(Unclipped);
        optimizer.Step([Leaf(parameter, [0, 1, 2], [1, 1, 1, 1, 1, 1])], scale: 1);
        float[][] before = [.. All(parameter).Select(Values)];

        optimizer.Step([Leaf(parameter, [2, 0], [5, -7, 9, 3])], scale: 1);

        float[][] after = [.. All(parameter).Select(Values)];
        for (int n = 0; n < before.Length; n++)
        {
            Assert.Equal(before[n][2..4], after[n][2..4]);
            Assert.All([0, 1, 4, 5], place => Assert.NotEqual(before[n][place], after[n][place]));
        }

        // Row 2 came first: 0.9 · 0.1 · 1 + 0.1 · 5
        Assert.Equal(0.59f, after[1][4], 1e-6f);
    }

    [Fact]
    public void Step_GradientsOfTwoTensorsTooLong_AreCutTogether()
    {
        using var scope = NewDisposeScope();
        using Parameter first = Create([1, 1, 1, 1, 1, 1]);
        using Parameter second = Create([1, 1, 1, 1, 1, 1]);
        var optimizer = new RowAdamW(maxGradNorm: 1);

        optimizer.Step([Leaf(first, [1], [3, 0]), Leaf(second, [0], [0, -4])], scale: 1);

        // Together of length 5: a fifth of each remains.
        Assert.Equal(0.1f * 0.6f, Values(first.FirstMoment)[2], 1e-6f);
        Assert.Equal(0.001f * 0.36f, Values(first.SecondMoment)[2], 1e-8f);
        Assert.Equal(-0.1f * 0.8f, Values(second.FirstMoment)[1], 1e-6f);
        Assert.Equal(0.001f * 0.64f, Values(second.SecondMoment)[1], 1e-8f);
    }

    [Fact]
    public void Step_ShortGradient_IsNotCut()
    {
        using var scope = NewDisposeScope();
        using Parameter parameter = Create([1, 1, 1, 1, 1, 1]);

        new RowAdamW(maxGradNorm: 1).Step([Leaf(parameter, [0], [0.3f, 0.4f])], scale: 1);

        Assert.Equal(0.03f, Values(parameter.FirstMoment)[0], 1e-7f);
    }

    private static double Textbook(double value, float[] gradients)
    {
        const double ScaledRate = 0.5 * Rate;
        double first = 0;
        double second = 0;
        for (int step = 1; step <= gradients.Length; step++)
        {
            double gradient = gradients[step - 1];
            first = 0.9 * first + 0.1 * gradient;
            second = 0.999 * second + 0.001 * gradient * gradient;
            double unbiasedFirst = first / (1 - Math.Pow(0.9, step));
            double unbiasedSecond = second / (1 - Math.Pow(0.999, step));
            value -= ScaledRate * (unbiasedFirst / (Math.Sqrt(unbiasedSecond) + 1e-8) + Decay * value);
        }

        return value;
    }

    private static Parameter Create(float[] values) =>
        new("rows", tensor(values).reshape(3, 2), new ParameterGroup(Rate, Decay, RowKind.Items));

    private static StepLeaf Leaf(Parameter parameter, long[] rows, float[] gradient)
    {
        var leaf = new StepLeaf(parameter, tensor(rows), training: true);
        (leaf.Leaf * tensor(gradient).reshape(rows.Length, 2)).sum().backward();
        return leaf;
    }

    private static Tensor[] All(Parameter parameter) =>
        [parameter.Value, parameter.FirstMoment, parameter.SecondMoment];

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();
}
