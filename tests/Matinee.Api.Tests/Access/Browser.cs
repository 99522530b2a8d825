using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Matinee.Api.Tests.Access;

/// <summary>A client with cookies that says which page it asks for, as browsers do, and follows no redirect.</summary>
internal sealed class Browser : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private readonly Uri address;

    public Browser(Uri address)
    {
        this.address = address;
        client = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
    }

    /// <summary>As it is sent; null where there is none.</summary>
    public string? Cookie => cookies.GetCookieHeader(address) is { Length: > 0 } cookie ? cookie : null;

    private string Own => address.GetLeftPart(UriPartial.Authority);

    public Task<HttpResponseMessage> SendAsync(string method, string path, string? json = null) =>
        SendAsync(
            method,
            path,
            json is null ? null : new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
            Own
        );

    public Task<HttpResponseMessage> FormAsync(string path, params (string Name, string Value)[] values) =>
        SendAsync(
            "POST",
            path,
            new FormUrlEncodedContent(values.Select(one => KeyValuePair.Create(one.Name, one.Value))),
            Own
        );

    public async Task<HttpStatusCode> StatusAsync(string method, string path)
    {
        using HttpResponseMessage response = await SendAsync(method, path, content: null, Own);
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> StatusAsync(string method, string path, string? origin)
    {
        using HttpResponseMessage response = await SendAsync(method, path, content: null, origin);
        return response.StatusCode;
    }

    public async Task SignInAsync(string key)
    {
        using HttpResponseMessage response = await SendAsync("POST", "/api/session", $$"""{ "key": "{{key}}" }""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public void Dispose() => client.Dispose();

    private Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? content, string? origin)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        if (origin is not null && method is not "GET")
        {
            request.Headers.Add("Origin", origin);
        }

        return client.SendAsync(request);
    }
}
