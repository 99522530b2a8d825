using System.Net;
using System.Text;

namespace Matinee.Client.Tests.Http;

public sealed class ProblemTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    [Fact]
    public async Task Recommend_BadValue_NamesTheFieldAndWhatItMustBe()
    {
        var client = new MatineeClient(fixture.Server.Client);

        var exception = await Assert.ThrowsAsync<MatineeApiException>(() =>
            client.RecommendAsync(7, new RecommendationOptions { Limit = 0 })
        );

        Assert.Equal(HttpStatusCode.BadRequest, exception.Status);
        Assert.Equal(ProblemTypes.Validation, exception.Type);
        Assert.Equal("limit must be a whole number from 1 to 100, not '0'.", exception.Detail);
        Assert.Equal([exception.Detail!], exception.Errors["limit"]);
        Assert.Contains(exception.Detail!, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("limit=0", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.RetryAfter);
    }

    [Theory]
    [InlineData("text/html", "<h1>Bad gateway</h1>")]
    [InlineData("application/problem+json", "{ not json")]
    [InlineData("application/problem+json", "null")]
    public async Task AnyCall_ProblemThatIsNone_HasTheStatusAllTheSame(string type, string body)
    {
        var exception = await Assert.ThrowsAsync<MatineeApiException>(() =>
            Answering(HttpStatusCode.BadGateway, type, body).GetMovieAsync(1)
        );

        Assert.Equal(HttpStatusCode.BadGateway, exception.Status);
        Assert.Equal("about:blank", exception.Type);
        Assert.Equal("Bad Gateway (GET http://matinee.test/api/movies/1 answered 502.)", exception.Message);
    }

    [Theory]
    [InlineData("text/html", "<html>another server</html>")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", """{ "id": "one" }""")]
    public async Task AnyCall_SuccessThatIsNoAnswer_SaysToCheckTheAddress(string type, string body)
    {
        var exception = await Assert.ThrowsAsync<MatineeApiException>(() =>
            Answering(HttpStatusCode.OK, type, body).GetMovieAsync(1)
        );

        Assert.Contains("Check the base address", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_FieldsOfALaterServer_ArePassedOver()
    {
        Movie movie = await Answering(
                HttpStatusCode.OK,
                "application/json",
                """{ "id": 3, "title": "Later", "moods": [{ "a": 1 }], "genres": ["Drama"], "$version": 9 }"""
            )
            .GetMovieAsync(3);

        Assert.True(movie is { Id: 3, Title: "Later", Genres: ["Drama"], Tags: [] });
    }

    [Fact]
    public async Task GetPoster_Picture_IsItsBytesAndType()
    {
        Poster poster = await Answering(HttpStatusCode.OK, "image/png", "PNG!").GetPosterAsync(1);

        Assert.Equal("image/png", poster.ContentType);
        Assert.Equal("PNG!"u8.ToArray(), poster.Bytes.ToArray());
    }

    [Fact]
    public void Client_NoBaseAddress_SaysWhatToSet()
    {
        using var http = new HttpClient();

        var exception = Assert.Throws<ArgumentException>(() => new MatineeClient(http));

        Assert.Contains("http://127.0.0.1:3000/", exception.Message, StringComparison.Ordinal);
    }

    private static MatineeClient Answering(HttpStatusCode status, string type, string body) =>
        new(
            new HttpClient(
                new ScriptedServer(_ => new HttpResponseMessage(status)
                {
                    Content = new StringContent(body, Encoding.UTF8, type),
                })
            )
            {
                BaseAddress = new Uri("http://matinee.test/"),
            }
        );
}
