using Matinee.Data.Download;

namespace Matinee.Data.Tests.Download;

public class ByteSizeTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(999, "999 bytes")]
    [InlineData(1000, "1.0 kB")]
    [InlineData(99_949, "99.9 kB")]
    [InlineData(99_950, "100 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_500, "1.0 MB")]
    [InlineData(5_918_000, "5.9 MB")]
    [InlineData(8_000_000_000, "8.0 GB")]
    public void Format_AnySize_ReadsAsOnADownloadPage(long bytes, string expected) =>
        Assert.Equal(expected, ByteSize.Format(bytes));
}
