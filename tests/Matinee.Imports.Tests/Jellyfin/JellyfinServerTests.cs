using System.Text;
using System.Text.Json;
using Matinee.Imports.Jellyfin;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Tests.Jellyfin;

public class JellyfinServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadMoviesAsync_OneMovie_KeepsWhatImportsReadAndNothingElse()
    {
        byte[] document = await ReadAsync(new StubLibrary(1));

        Assert.Equal(
            """{"Items":[{"Name":"Film 1","ProductionYear":1951,"Type":"Movie","ProviderIds":{"Imdb":"tt0000001","Tmdb":"1"},"UserData":{"Played":true,"PlayCount":2,"IsFavorite":false,"LastPlayedDate":"2024-01-02T20:00:00.0000000Z"}}],"TotalRecordCount":1}""",
            Encoding.UTF8.GetString(document)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(20)]
    [InlineData(37)]
    public async Task ReadMoviesAsync_AnyNumberOfPages_HasEachMovieOnce(int movies) =>
        AssertHasAll(movies, await ReadAsync(new StubLibrary(movies)));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(23)]
    [InlineData(1_000_000)]
    [InlineData(-1)]
    public async Task ReadMoviesAsync_WrongTotal_HasEachMovieOnce(int total) =>
        AssertHasAll(25, await ReadAsync(new StubLibrary(25) { Total = total }));

    [Fact]
    public async Task ReadMoviesAsync_SmallerPagesThanAskedFor_HasEachMovieOnce() =>
        AssertHasAll(25, await ReadAsync(new StubLibrary(25) { MostPerPage = 4 }));

    [Fact]
    public async Task ReadMoviesAsync_ServerThatRepeatsItsFirstPage_Ends() =>
        AssertHasAll(10, await ReadAsync(new StubLibrary(25) { KnowsPages = false }));

    [Theory]
    [InlineData("Ann")]
    [InlineData(" ann ")]
    [InlineData(StubLibrary.Ann)]
    [InlineData("3F2504E0-4F89-41D3-9A0C-0305E82C3301")]
    public async Task ReadMoviesAsync_NameOrId_FindsTheUser(string user) =>
        AssertHasAll(3, await ReadAsync(new StubLibrary(3), user: user));

    [Theory]
    [InlineData("/jellyfin")]
    [InlineData("/jellyfin/")]
    [InlineData("/media/emby")]
    public async Task ReadMoviesAsync_AddressWithPath_AsksBelowIt(string path) =>
        AssertHasAll(3, await ReadAsync(new StubLibrary(3) { Path = path.TrimEnd('/') }, path));

    [Fact]
    public async Task ReadMoviesAsync_KeyWithNewline_IsTrimmed() =>
        AssertHasAll(3, await ReadAsync(new StubLibrary(3), key: StubLibrary.Key + "\n"));

    [Fact]
    public async Task ReadMoviesAsync_Document_IsReadAsAFileOfJellyfins()
    {
        byte[] document = await ReadAsync(new StubLibrary(12));

        ImportedFile file = ImportReader.Read("jellyfin.json", document, cancellation: Cancellation);

        Assert.Equal(ImportSource.Jellyfin, file.Source);
        Assert.Equal((12, 0, 0), (file.Rows.Count, file.Skipped.Count, file.Notes.Count));
        ImportedRow last = file.Rows[^1];
        // 2024-01-02 20:00 UTC.
        Assert.Equal(("Film 12", 1962, 1_704_225_600), (last.Title, last.Year, last.Time));
        Assert.Equal(new FilmNumbers(Imdb: 12, Tmdb: 12), last.Numbers);
        Assert.Equal(FilmFacts.Owned | FilmFacts.Watched, last.Facts);
    }

    [Fact]
    public async Task ReadMoviesAsync_EmptyLibrary_IsReadAsAFileOfJellyfins()
    {
        byte[] document = await ReadAsync(new StubLibrary(0));

        ImportedFile file = ImportReader.Read("jellyfin.json", document, cancellation: Cancellation);

        Assert.Equal((ImportSource.Jellyfin, 0), (file.Source, file.Rows.Count));
    }

    private static async Task<byte[]> ReadAsync(
        StubLibrary library,
        string path = "",
        string user = "Ann",
        string key = StubLibrary.Key
    )
    {
        using var stub = new StubServer(library.Answer);
        using HttpClient http = JellyfinServer.Connect(stub.Address + path);
        return await new JellyfinServer(http, key) { PageSize = 10 }.ReadMoviesAsync(user, Cancellation);
    }

    private static void AssertHasAll(int movies, byte[] document)
    {
        using JsonDocument json = JsonDocument.Parse(document);
        Assert.Equal(movies, json.RootElement.GetProperty("TotalRecordCount").GetInt32());
        Assert.Equal(
            Enumerable.Range(1, movies).Select(number => $"Film {number}"),
            json.RootElement.GetProperty("Items").EnumerateArray().Select(item => item.GetProperty("Name").GetString()!)
        );
    }
}
