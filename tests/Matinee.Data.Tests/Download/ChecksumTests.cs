using Matinee.Data.Download;

namespace Matinee.Data.Tests.Download;

public class ChecksumTests : DownloadFixture
{
    private static readonly string Right = SampleZip.Md5(SampleZip.MovieLens);

    [Theory]
    [InlineData("MD5 (ml-latest-small.zip) = {0}\n")]
    [InlineData("{0}  ml-latest-small.zip\n")]
    [InlineData("{0}")]
    public async Task Fetch_ServerOffersTheRightMd5_IsVerified(string format)
    {
        Server.Md5File = format.Replace("{0}", Right, StringComparison.Ordinal);

        DownloadResult result = await FetchAsync();

        Assert.Equal(Right, result.Verified?.Hex);
        Assert.Equal(ChecksumOrigin.Server, result.ChecksumOrigin);
        AssertComplete();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("<html>log in first</html>")]
    public async Task Fetch_ServerOffersNoMd5_IsDoneButNotVerified(string? file)
    {
        Server.Md5File = file;

        DownloadResult result = await FetchAsync();

        Assert.Null(result.Verified);
        Assert.Equal(ChecksumOrigin.NotOffered, result.ChecksumOrigin);
        AssertComplete();
    }

    [Fact]
    public async Task Fetch_WrongMd5_LeavesNeitherFolderNorZip()
    {
        Server.Md5File = $"MD5 (ml-latest-small.zip) = {new string('0', 32)}";

        string message = await FailAsync();

        Assert.Contains(new string('0', 32), message, StringComparison.Ordinal);
        Assert.Contains($"--checksum {Right}", message, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Fetch_OwnSha256_OverridesTheServersMd5()
    {
        Server.Md5File = new string('0', 32);
        string sha256 = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(SampleZip.MovieLens));
        Assert.True(Checksum.TryParse(sha256, out Checksum? checksum));

        DownloadResult result = await FetchAsync(Options with { Checksum = checksum });

        Assert.Equal(("sha256", ChecksumOrigin.Caller), (result.Verified?.Algorithm, result.ChecksumOrigin));
    }

    [Fact]
    public async Task Fetch_WrongOwnChecksum_LeavesNothing()
    {
        Server.Md5File = Right;
        Assert.True(Checksum.TryParse(new string('a', 64), out Checksum? checksum));

        string message = await FailAsync(Options with { Checksum = checksum });

        Assert.Contains("sha256", message, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("g123456789012345678901234567890g")]
    [InlineData("0123456789012345678901234567890123456789")]
    public void TryParse_NeitherMd5NorSha256_IsFalse(string text) => Assert.False(Checksum.TryParse(text, out _));
}
