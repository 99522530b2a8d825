namespace Matinee.Cli.Tests.Documentation.Commands;

public sealed class CurlCommandTests
{
    private static readonly Uri Server = new("http://127.0.0.1:8000");

    [Theory]
    [InlineData("localhost:3000/a?b=c", "GET http://127.0.0.1:8000/a?b=c", null)]
    [InlineData("-X PUT http://localhost:3000/a", "PUT http://127.0.0.1:8000/a", null)]
    [InlineData("--get localhost:3000/a --data-urlencode q=x&y", "GET http://127.0.0.1:8000/a?q=x%26y", null)]
    [InlineData("localhost:3000/a -d b", "POST http://127.0.0.1:8000/a", "application/x-www-form-urlencoded")]
    [InlineData("localhost:3000/a -H content-type:x/y -d b -X PUT", "PUT http://127.0.0.1:8000/a", "x/y")]
    [InlineData("localhost:3000/a -F b=c -o list.csv", "POST http://127.0.0.1:8000/a", "multipart/form-data")]
    public void Read_Words_AreTheRequestThatCurlSends(string words, string expected, string? type)
    {
        using HttpRequestMessage request = CurlCommand.Read(words.Split(' '), "nowhere", Server);

        Assert.Equal(expected, $"{request.Method} {request.RequestUri!.AbsoluteUri}");
        Assert.Equal(type, request.Content?.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void Read_UnknownOption_IsNotPassedOver() =>
        Assert.Throws<NotSupportedException>(() => CurlCommand.Read(["--json", "{}", "localhost:3000/a"], "", Server));
}
