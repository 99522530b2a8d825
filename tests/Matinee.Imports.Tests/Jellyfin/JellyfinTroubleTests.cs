using System.Net;
using Matinee.Core;
using Matinee.Imports.Jellyfin;

namespace Matinee.Imports.Tests.Jellyfin;

public class JellyfinTroubleTests
{
    private const string Users = $$"""[ { "Name": "Ann", "Id": "{{StubLibrary.Ann}}" } ]""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadMoviesAsync_WrongKey_SaysSoWithoutTheKey()
    {
        MatineeException exception = await FailAsync(new StubLibrary(3).Answer, key: "secretkey");

        Assert.Contains("refuses the API key (401)", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secretkey", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadMoviesAsync_UnknownUser_NamesThoseThereAre()
    {
        MatineeException exception = await FailAsync(new StubLibrary(3).Answer, user: "Carl");

        Assert.EndsWith(
            " has no user 'Carl'. Choose one of Ann, Bob Smith.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ReadMoviesAsync_NamesThatDifferByCaseAlone_TakesTheOneThatIsWritten()
    {
        const string Two = """[ { "Name": "ann", "Id": "1" }, { "Name": "Ann", "Id": "2" } ]""";
        using var stub = new StubServer(request =>
            request.RawUrl == "/Users" ? new StubAnswer(Two) : new StubAnswer("""{ "Items": [] }""")
        );
        using HttpClient http = JellyfinServer.Connect(stub.Address);

        await new JellyfinServer(http, "key").ReadMoviesAsync("Ann", Cancellation);

        Assert.StartsWith("/Users/2/Items?", stub.Asked.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "does not let this key")]
    [InlineData(404, "answers, but not as Jellyfin does (404)")]
    [InlineData(503, "fails (503): it may be starting")]
    public async Task ReadMoviesAsync_Status_SaysWhatToDo(int status, string what)
    {
        MatineeException exception = await FailAsync(_ => new StubAnswer("<html>", status));

        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadMoviesAsync_Redirection_IsNamedAndNotFollowed()
    {
        using var other = new StubServer(_ => new StubAnswer(Users));

        MatineeException exception = await FailAsync(_ => new StubAnswer(
            "",
            302,
            other.Address + "/login?then=/Users"
        ));

        Assert.Contains($"sends to {other.Address}/login (302)", exception.Message, StringComparison.Ordinal);
        Assert.Empty(other.Asked);
    }

    [Theory]
    [InlineData("<html>Welcome</html>")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[ 5 ]")]
    [InlineData("""[ { "Name": "Ann", "Id": 5 } ]""")]
    [InlineData("""[ { "Name": "Ann", "Id": "../../admin" } ]""")]
    [InlineData("""[ { "Name": "\ud800", "Id": "5" } ]""")]
    public async Task ReadMoviesAsync_UsersOfNoJellyfin_SaysSo(string users)
    {
        MatineeException exception = await FailAsync(_ => new StubAnswer(users));

        Assert.Contains("answers, but not as Jellyfin does.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Welcome</html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "Items": { } }""")]
    [InlineData("""{ "Items": [ "Film" ] }""")]
    [InlineData("""{ "Items": [ { "Name": "Film" } ] }""")]
    [InlineData("""{ "Items": [ { "Name": "\ud800", "Id": "5" } ] }""")]
    [InlineData("""{ "Items": [ { "Name": "Film", "Id": "\udfff" } ] }""")]
    public async Task ReadMoviesAsync_ItemsOfNoJellyfin_SaysSo(string items)
    {
        MatineeException exception = await FailAsync(request => new StubAnswer(
            request.RawUrl == "/Users" ? Users : items
        ));

        Assert.Contains("answers, but not as Jellyfin does.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadMoviesAsync_AnswerWithoutEnd_IsCutOff()
    {
        string large = new(' ', (16 << 20) + 1);

        MatineeException exception = await FailAsync(_ => new StubAnswer(large));

        Assert.Contains("more than 16 MiB at once", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadMoviesAsync_PagesWithoutEnd_Stops()
    {
        int page = 0;

        MatineeException exception = await FailAsync(request => new StubAnswer(
            request.RawUrl == "/Users"
                ? Users
                : $$"""{ "Items": [ {{StubLibrary.Movie(++page)}} ], "TotalRecordCount": 9000 }"""
        ));

        Assert.Contains("goes on after 1000 pages", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadMoviesAsync_MoreThanAnImportTakes_Stops()
    {
        string name = new('x', 1 << 20);
        int page = 0;

        MatineeException exception = await FailAsync(request => new StubAnswer(
            request.RawUrl == "/Users" ? Users : $$"""{ "Items": [ { "Id": "{{++page}}", "Name": "{{name}}" } ] }"""
        ));

        Assert.Contains("more movies than an import takes", exception.Message, StringComparison.Ordinal);
        Assert.Equal(16, page);
    }

    [Fact]
    public async Task ReadMoviesAsync_SlowServer_GivesUp()
    {
        MatineeException exception = await FailAsync(_ => new StubAnswer(Users) { Delay = TimeSpan.FromSeconds(30) });

        Assert.Contains("did not answer within 2 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadMoviesAsync_Cancelled_IsNoFault()
    {
        using var stub = new StubServer(_ => new StubAnswer(Users) { Delay = TimeSpan.FromSeconds(30) });
        using HttpClient http = JellyfinServer.Connect(stub.Address);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new JellyfinServer(http, "key").ReadMoviesAsync("Ann", source.Token)
        );
    }

    [Fact]
    public async Task ReadMoviesAsync_NobodyThere_SaysWhatToCheck()
    {
        string address = $"http://127.0.0.1:{FreePort.Find()}";
        using HttpClient http = JellyfinServer.Connect(address.Replace("//", "//me:word@", StringComparison.Ordinal));

        var exception = await Assert.ThrowsAsync<MatineeException>(() =>
            new JellyfinServer(http, "key").ReadMoviesAsync("Ann", Cancellation)
        );

        Assert.StartsWith($"{address} can't be reached", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two words")]
    [InlineData("one\r\nX-Other: two")]
    [InlineData("a\"b")]
    [InlineData("schlüssel")]
    public void Constructor_NoKey_SaysSoWithoutIt(string key)
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:8096") };

        var exception = Assert.Throws<MatineeException>(() => new JellyfinServer(http, key));

        Assert.StartsWith(
            "The API key is empty or has characters that no key has.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("nas:8096")]
    [InlineData("ftp://nas")]
    [InlineData("file:///etc/passwd")]
    public void Connect_NoWebAddress_IsRefused(string address) =>
        Assert.Throws<MatineeException>(() => JellyfinServer.Connect(address).Dispose());

    private static async Task<MatineeException> FailAsync(
        Func<HttpListenerRequest, StubAnswer> answer,
        string user = "Ann",
        string key = StubLibrary.Key
    )
    {
        using var stub = new StubServer(answer);
        using HttpClient http = JellyfinServer.Connect(stub.Address);
        var server = new JellyfinServer(http, key) { Timeout = TimeSpan.FromSeconds(2) };
        return await Assert.ThrowsAsync<MatineeException>(() => server.ReadMoviesAsync(user, Cancellation));
    }
}
