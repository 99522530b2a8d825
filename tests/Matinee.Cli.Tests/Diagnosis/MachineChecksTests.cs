using Matinee.Cli.Diagnosis;

namespace Matinee.Cli.Tests.Diagnosis;

public sealed class MachineChecksTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("10.0.2", "Ok")]
    [InlineData("11.0.0", "Ok")]
    [InlineData("9.0.11", "Failed")]
    public void Runtime_Version_IsTenOrLater(string version, string status) =>
        Assert.Equal(status, $"{MachineChecks.Runtime(Version.Parse(version)).Status}");

    [Theory]
    [InlineData(null, "Warning", "none")]
    [InlineData("9.0.100 [/usr/share/dotnet/sdk]\n", "Warning", "9.0.100, but none of version 10")]
    [InlineData("10.0.401 [/usr/share/dotnet/sdk]\n", "Ok", "10.0.401")]
    [InlineData("9.0.100 [/a]\n10.0.100 [/a]\n10.0.401 [/a]\n", "Ok", "10.0.401")]
    public void Sdk_ListOfVersions_FindsTheNewest(string? versions, string status, string detail)
    {
        Finding finding = MachineChecks.Sdk(versions);

        Assert.Equal(status, $"{finding.Status}");
        Assert.StartsWith(detail, finding.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_499_999_999, "Warning")]
    [InlineData(1_500_000_000, "Ok")]
    public void Memory_Bytes_IsWarnedOfBelowItsBound(long bytes, string status) =>
        Assert.Equal(status, $"{MachineChecks.Memory(bytes).Status}");

    [Theory]
    [InlineData(null, "Ok")]
    [InlineData(49_999_999L, "Failed")]
    [InlineData(50_000_000L, "Warning")]
    [InlineData(1_000_000_000L, "Ok")]
    public void Disk_FreeBytes_HasTwoBounds(long? free, string status) =>
        Assert.Equal(status, $"{MachineChecks.Disk("data", "data/processed", free).Status}");

    [Theory]
    [InlineData(null, true, "Ok", "none is seen")]
    [InlineData(0, false, "Ok", "none is seen")]
    [InlineData(0, true, "Warning", "an NVIDIA driver is here")]
    [InlineData(2, true, "Ok", "2 usable")]
    public void Gpu_LibraryAndDriver_NeverFails(int? usable, bool driver, string status, string detail)
    {
        Finding finding = MachineChecks.Gpu(usable, driver);

        Assert.Equal(status, $"{finding.Status}");
        Assert.StartsWith(detail, finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Cache_MissingFolder_IsMadeAndLeftEmpty()
    {
        string folder = workspace.Path("cache/matinee");

        Assert.Equal(FindingStatus.Ok, MachineChecks.Cache(folder).Status);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void Cache_FileInTheWay_FailsAndNamesTheVariable()
    {
        Finding finding = MachineChecks.Cache(Path.Combine(workspace.Write("file", ""), "matinee"));

        Assert.Equal(FindingStatus.Failed, finding.Status);
        Assert.Contains("MATINEE_CACHE", finding.Fix, StringComparison.Ordinal);
    }
}
