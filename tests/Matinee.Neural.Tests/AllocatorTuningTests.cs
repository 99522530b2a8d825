namespace Matinee.Neural.Tests;

public class AllocatorTuningTests
{
    [Fact]
    public void KeepFreedMemory_OnGlibc_IsTaken()
    {
        bool glibc = OperatingSystem.IsLinux() && !File.Exists("/lib/ld-musl-x86_64.so.1");

        Assert.Equal(glibc, AllocatorTuning.KeepFreedMemory());
    }
}
