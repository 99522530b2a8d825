using Matinee.Core;
using TorchSharp;

namespace Matinee.Neural.Tests;

public class TorchRuntimeTests
{
    [Fact]
    public void Choose_Cpu_IsTheCpu() => Assert.Equal(DeviceType.CPU, TorchRuntime.Choose(DeviceChoice.Cpu).type);

    [Theory]
    [InlineData(true, DeviceType.CUDA)]
    [InlineData(false, DeviceType.CPU)]
    public void Choose_Auto_TakesTheGpuWhereThereIsOne(bool cuda, DeviceType expected) =>
        Assert.Equal(expected, TorchRuntime.Choose(DeviceChoice.Auto, cuda));

    [Fact]
    public void Choose_CudaThatIsMissing_SaysWhatToDo()
    {
        var error = Assert.Throws<MatineeException>(() => TorchRuntime.Choose(DeviceChoice.Cuda, false));

        Assert.Equal(
            "device 'cuda': no GPU that this build can use. Check that `nvidia-smi` lists one and that Matinee was built with "
                + "-p:MatineeTorch=cuda, or use device 'cpu' or 'auto'.",
            error.Message
        );
    }

    [Fact]
    public void Choose_CudaOnThisMachine_IsTheGpuOrTheError()
    {
        if (torch.cuda.is_available())
        {
            Assert.Equal(DeviceType.CUDA, TorchRuntime.Choose(DeviceChoice.Cuda).type);
        }
        else
        {
            Assert.Throws<MatineeException>(() => TorchRuntime.Choose(DeviceChoice.Cuda));
        }
    }

    [Fact]
    public void Load_LibraryThatIsMissing_SaysWhereItExistsAndWhatWorksWithout()
    {
        var missing = new TypeInitializationException(
            "torch",
            new DllNotFoundException("libtorch_cpu.so: no such file.")
        );

        var error = Assert.Throws<MatineeException>(() => TorchRuntime.Load<bool>(() => throw missing));

        Assert.Contains("does not load on", error.Message, StringComparison.Ordinal);
        Assert.Contains(": libtorch_cpu.so: no such file. It exists for", error.Message, StringComparison.Ordinal);
        Assert.Contains("train without it; where no device", error.Message, StringComparison.Ordinal);
        Assert.Same(missing, error.InnerException);
    }

    [Theory]
    [InlineData("No package.\n\nStep 1 - a page follows", ": No package. It exists")]
    [InlineData(
        "Unable to load shared library; debug it so:\nlibc.so.6: version not found\n",
        ": libc.so.6: version not found. It exists"
    )]
    public void Load_LongMessage_KeepsTheReasonAlone(string message, string expected)
    {
        var error = Assert.Throws<MatineeException>(() =>
            TorchRuntime.Load<bool>(() => throw new DllNotFoundException(message))
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void UseThreads_One_IsWhatLibtorchSays()
    {
        int before = torch.get_num_threads();

        TorchRuntime.UseThreads(1);
        int during = torch.get_num_threads();
        TorchRuntime.UseThreads(before);

        Assert.Equal(1, during);
        Assert.Equal(before, torch.get_num_threads());
        Assert.Throws<ArgumentOutOfRangeException>(() => TorchRuntime.UseThreads(0));
    }
}
