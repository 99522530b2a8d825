using Matinee.Api.Posters;

namespace Matinee.Api.Tests.Posters;

public sealed class TmdbKeyTests
{
    [Fact]
    public void Ask_ApiKey_StandsInTheQuery()
    {
        var key = TmdbKey.Parse(FakeTmdb.ApiKey);

        using HttpRequestMessage plain = key.Ask(new Uri("http://tmdb/3/movie/1"));
        using HttpRequestMessage more = key.Ask(new Uri("http://tmdb/3/find/tt1?external_source=imdb_id"));

        Assert.Equal($"?api_key={FakeTmdb.ApiKey}", plain.RequestUri!.Query);
        Assert.Equal($"?external_source=imdb_id&api_key={FakeTmdb.ApiKey}", more.RequestUri!.Query);
        Assert.Null(plain.Headers.Authorization);
    }

    [Fact]
    public void Ask_ReadToken_StandsInTheHeader()
    {
        using HttpRequestMessage request = TmdbKey.Parse(FakeTmdb.Token).Ask(new Uri("http://tmdb/3/movie/1"));

        Assert.Equal("", request.RequestUri!.Query);
        Assert.Equal($"Bearer {FakeTmdb.Token}", request.Headers.Authorization!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData("eyJh.eyJz")]
    [InlineData("eyJh..eyJz")]
    [InlineData("eyJh.eyJz.a b")]
    [InlineData("eyJh.eyJz.a\r\nHost: x")]
    public void Parse_NoKey_IsRefusedUnrepeated(string text)
    {
        var exception = Assert.Throws<FormatException>(() => TmdbKey.Parse(text));

        Assert.True(text.Length == 0 || !exception.Message.Contains(text, StringComparison.Ordinal));
    }
}
