using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class DropoutBankTests
{
    [Fact]
    public void Apply_Ones_KeepsTheirMeanAndDropsTheShare()
    {
        _ = TorchRuntime.Choose(DeviceChoice.Cpu);
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        using var bank = new DropoutBank(CPU);

        Tensor dropped = bank.Apply(ones(1000, 500), 0.3);

        Assert.Equal(1, dropped.mean().item<float>(), 0.01);
        Assert.Equal(0.3, dropped.eq(0).to_type(ScalarType.Float32).mean().item<float>(), 0.01);
        Assert.Equal(1 / 0.7, dropped.max().item<float>(), 1e-5);
    }

    [Fact]
    public void Apply_TwiceOrFromTheSameSeed_DiffersOrIsEqual()
    {
        _ = TorchRuntime.Choose(DeviceChoice.Cpu);
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        using var bank = new DropoutBank(CPU);
        Tensor values = ones(100, 100);

        random.manual_seed(6);
        Tensor first = bank.Apply(values, 0.5);
        Tensor second = bank.Apply(values, 0.5);
        random.manual_seed(6);
        Tensor again = bank.Apply(values, 0.5);

        Assert.True(first.equal(again).all().item<bool>());
        Assert.False(first.equal(second).all().item<bool>());
    }
}
