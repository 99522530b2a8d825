namespace Matinee.Cli.Tests.Commands;

public class DownloadCommandTests : IAsyncLifetime
{
    private readonly ZipServer server = new(SampleZip.MovieLens);
    private readonly string folder = Directory.CreateTempSubdirectory("matinee-download-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Download_Piped_PrintsPlainLinesAndTheLicence()
    {
        server.Md5File = $"MD5 (ml-latest-small.zip) = {SampleZip.Md5(SampleZip.MovieLens)}";

        int code = await RunAsync("ml-latest-small");

        Assert.Equal(0, code);
        Assert.Contains($"Downloading ml-latest-small (about 978 kB) from {server.BaseUrl}", error.ToString());
        Assert.Contains("(2 files, 200 kB)", output.ToString());
        Assert.Contains($"Verified: md5 {SampleZip.Md5(SampleZip.MovieLens)}", output.ToString());
        Assert.Contains("no commercial use without GroupLens's permission", output.ToString());
        Assert.Contains("https://doi.org/10.1145/2827872", output.ToString());
        Assert.DoesNotContain('\u001b', error.ToString() + output);
        Assert.True(File.Exists(Path.Combine(folder, "ml-latest-small", "ratings.csv")));
    }

    [Fact]
    public async Task Download_ServerHasNoChecksum_SaysNotVerified()
    {
        await RunAsync("ml-latest-small");

        Assert.Contains("Not verified: the server offers no checksum", output.ToString());
    }

    [Fact]
    public async Task Download_SecondTime_SaysItIsThere()
    {
        await RunAsync("ml-latest-small");
        output.GetStringBuilder().Clear();

        int code = await RunAsync("ml-latest-small");

        Assert.Equal(0, code);
        Assert.Contains("is already in", output.ToString());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Download_UnknownName_IsAUsageErrorThatNamesTheKnownOnes()
    {
        int code = await RunAsync("ml-2m");

        Assert.Equal(2, code);
        Assert.Contains("There is no dataset 'ml-2m'", error.ToString());
        Assert.Contains("ml-latest-small, ml-100k, ml-1m", error.ToString());
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("--checksum", "12")]
    [InlineData("--base-url", "ftp://mirror/")]
    public async Task Download_BadOption_IsAUsageError(string option, string value)
    {
        int code = await MatineeCli.RunAsync(["download", "ml-1m", option, value], output, error);

        Assert.Equal(2, code);
        Assert.Contains(option + " takes", error.ToString());
    }

    [Fact]
    public async Task Download_ServerSays404_FailsWithAMessage()
    {
        server.Status = "404 Not Found";

        int code = await RunAsync("ml-1m");

        Assert.Equal(1, code);
        Assert.Contains("does not exist on the server (404)", error.ToString());
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public async Task Download_ConnectionBreaks_SaysWhereItResumes()
    {
        server.Cuts.Enqueue(30_000);

        int code = await RunAsync("ml-latest-small");

        Assert.Equal(0, code);
        Assert.Contains("the connection broke; trying again in 1 s.", error.ToString());
        Assert.Contains("Resuming at 30.0 kB.", error.ToString());
    }

    private Task<int> RunAsync(string dataset, params string[] options) =>
        MatineeCli.RunAsync(
            ["download", dataset, "--output-dir", folder, "--base-url", server.BaseUrl.AbsoluteUri, .. options],
            output,
            error
        );
}
