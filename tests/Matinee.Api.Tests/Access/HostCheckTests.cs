using Matinee.Api.Access;
using Matinee.Api.Hosting;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Tests.Access;

public sealed class HostCheckTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:3000")]
    [InlineData("127.0.0.1:3000")]
    [InlineData("[::1]:3000")]
    [InlineData("192.168.1.20")]
    [InlineData("movies.example")]
    [InlineData("Movies.Example:443")]
    [InlineData("a.shop.example")]
    [InlineData("a.b.shop.example")]
    public void Allows_OwnNamesNumbersAndNamed_Yes(string host) => Assert.True(Check(host));

    [Theory]
    [InlineData("evil.example")]
    [InlineData("movies.example.evil.example")]
    [InlineData("notmovies.example")]
    [InlineData("shop.example")]
    [InlineData(".shop.example")]
    [InlineData("evilshop.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("")]
    public void Allows_OtherNames_No(string host) => Assert.False(Check(host));

    [Fact]
    public void Allows_Star_AnyName() =>
        Assert.True(new HostCheck(new ServerOptions { AllowedHosts = ["*"] }).Allows(new HostString("evil.example")));

    private static bool Check(string host) =>
        new HostCheck(new ServerOptions { Host = "*", AllowedHosts = ["movies.example", "*.shop.example"] }).Allows(
            new HostString(host)
        );
}
