using Matinee.Api.Access;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Tests.Access;

public sealed class OriginCheckTests
{
    [Theory]
    [InlineData("GET", "https://evil.example", true)]
    [InlineData("POST", null, true)]
    [InlineData("POST", "http://movies.example", true)]
    [InlineData("PUT", "https://movies.example", true)]
    [InlineData("DELETE", "https://shop.example", true)]
    [InlineData("POST", "https://evil.example", false)]
    [InlineData("POST", "https://movies.example:8443", false)]
    [InlineData("POST", "https://movies.example.evil.example", false)]
    [InlineData("POST", "null", false)]
    [InlineData("POST", "file:///movies.example", false)]
    [InlineData("POST", "http://shop.example", false)]
    public void Allows_OriginOfPage_OnlyOwnAndListed(string method, string? origin, bool allowed) =>
        Assert.Equal(allowed, OriginCheck.Allows(Request(method, origin), ["https://shop.example"]));

    [Theory]
    [InlineData("http://movies.example", null, true)]
    [InlineData(null, "same-origin", true)]
    [InlineData(null, "cross-site", false)]
    [InlineData(null, "same-site", false)]
    [InlineData(null, "none", false)]
    [InlineData(null, null, false)]
    [InlineData("https://shop.example", "same-origin", false)]
    public void IsOwnPage_WhatTheBrowserSays_Decides(string? origin, string? fetchSite, bool own)
    {
        HttpRequest request = Request("POST", origin);
        if (fetchSite is not null)
        {
            request.Headers["Sec-Fetch-Site"] = fetchSite;
        }

        Assert.Equal(own, OriginCheck.IsOwnPage(request));
    }

    private static HttpRequest Request(string method, string? origin)
    {
        HttpRequest request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Host = new HostString("movies.example");
        if (origin is not null)
        {
            request.Headers.Origin = origin;
        }

        return request;
    }
}
