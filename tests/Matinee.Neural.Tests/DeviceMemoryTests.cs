using System.Runtime.InteropServices;
using Matinee.Core;

namespace Matinee.Neural.Tests;

public class DeviceMemoryTests
{
    [Fact]
    public void Guard_FullGpu_SaysWhatToDo()
    {
        var full = new TorchError("CUDA out of memory. Tried to allocate 20.00 GiB.\nException raised from ...");

        var error = Assert.Throws<MatineeException>(() =>
            DeviceMemory.Guard<int>("the network", "Use device 'cpu'.", () => throw full)
        );

        Assert.Equal(
            "The device has not enough memory for the network (CUDA out of memory. Tried to allocate 20.00 GiB). Use device "
                + "'cpu'.",
            error.Message
        );
        Assert.Same(full, error.InnerException);
    }

    [Fact]
    public void Guard_TensorLargerThanAllMemory_SaysWhatToDo()
    {
        TorchRuntime.Choose(DeviceChoice.Cpu);

        var error = Assert.Throws<MatineeException>(() =>
            DeviceMemory.Guard("a test", "Buy more.", () => TorchSharp.torch.zeros(1L << 50))
        );

        Assert.StartsWith("The device has not enough memory for a test (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("). Buy more.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Guard_OtherError_StaysItself()
    {
        Assert.Throws<TorchError>(() =>
            DeviceMemory.Guard<int>("the network", "", () => throw new TorchError("shapes cannot be multiplied"))
        );
    }

    private sealed class TorchError(string message) : ExternalException(message);
}
