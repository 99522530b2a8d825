using System.Net;
using System.Text.Json;

namespace Matinee.Api.Tests.Access;

public sealed class SessionTests(GuardedServer fixture) : IClassFixture<GuardedServer>
{
    [Fact]
    public async Task SignIn_ValidKey_SetsACookieThatOpensWhatTheKeyOpens()
    {
        using Browser browser = new(fixture.Server.Address);

        using HttpResponseMessage signedIn = await browser.SendAsync(
            "POST",
            "/api/session",
            $$"""{ "key": "{{fixture.OfUser7}}" }"""
        );
        string cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        JsonElement session = JsonDocument.Parse(await signedIn.Content.ReadAsStringAsync()).RootElement;

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(fixture.OfUser7, cookie, StringComparison.Ordinal);
        Assert.Equal("write", session.GetProperty("scope").GetString());
        Assert.Equal(7, session.GetProperty("userId").GetInt32());
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("GET", "/api/recommendations/7"));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("GET", "/api/recommendations/8"));
    }

    [Fact]
    public async Task Cookie_Change_IsTakenFromTheServersOwnPageAlone()
    {
        using Browser browser = new(fixture.Server.Address);
        await browser.SignInAsync(fixture.Write);
        const string Path = "/api/users/7/hidden/2";

        Assert.Equal(HttpStatusCode.NoContent, await browser.StatusAsync("PUT", Path));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync("PUT", Path, origin: null));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("PUT", Path, origin: "https://evil.example"));
    }

    [Fact]
    public async Task SignOut_Session_IsOver()
    {
        using Browser browser = new(fixture.Server.Address);
        await browser.SignInAsync(fixture.Read);
        string token = browser.Cookie!;
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("GET", "/api/model"));

        Assert.Equal(HttpStatusCode.NoContent, await browser.StatusAsync("DELETE", "/api/session"));

        Assert.Null(browser.Cookie);
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/model");
        request.Headers.Add("Cookie", token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await fixture.Server.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task SignIn_WrongKey_Is401AndSetsNothing()
    {
        using Browser browser = new(fixture.Server.Address);

        using HttpResponseMessage answer = await browser.SendAsync(
            "POST",
            "/api/session",
            $$"""{ "key": "{{fixture.Expired}}" }"""
        );

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Cookie_AsKey_AndKeyAsCookie_OpenNothing()
    {
        using Browser browser = new(fixture.Server.Address);
        await browser.SignInAsync(fixture.Read);
        string token = browser.Cookie!.Split('=', 2)[1];

        Assert.Equal(HttpStatusCode.Unauthorized, await fixture.StatusAsync("GET", "/api/model", token));
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/model");
        request.Headers.Add("Cookie", $"matinee_session={fixture.Admin}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await fixture.Server.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task LoginPage_KeyEntered_LeadsToWhereOneWanted()
    {
        using Browser browser = new(fixture.Server.Address);
        using HttpResponseMessage form = await browser.SendAsync("GET", "/login?next=%2Fmodel");
        string html = await form.Content.ReadAsStringAsync();
        Assert.Contains("name=\"key\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"/model\"", html, StringComparison.Ordinal);
        // With 'no-referrer' browsers send 'Origin: null' along with the form, which no server takes.
        Assert.Equal("same-origin", Assert.Single(form.Headers.GetValues("Referrer-Policy")));

        using HttpResponseMessage entered = await browser.FormAsync(
            "/login",
            ("key", fixture.Read),
            ("next", "/model")
        );

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Equal("/model", entered.Headers.Location?.OriginalString);
        using HttpResponseMessage signedIn = await browser.SendAsync("GET", "/login");
        Assert.Contains("Sign out", await signedIn.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/a\nb")]
    [InlineData("")]
    public async Task LoginPage_NextElsewhere_LeadsHome(string next)
    {
        using Browser browser = new(fixture.Server.Address);

        using HttpResponseMessage free = await browser.FormAsync("/login", ("key", fixture.Read), ("next", next));
        using HttpResponseMessage bound = await browser.FormAsync("/login", ("key", fixture.OfUser7), ("next", next));

        Assert.Equal("/", free.Headers.Location?.OriginalString);
        Assert.Equal("/u/7", bound.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task LoginPage_WrongKey_SaysSoAndEchoesNothingUnescaped()
    {
        using Browser browser = new(fixture.Server.Address);

        using HttpResponseMessage answer = await browser.FormAsync(
            "/login",
            ("key", "<script>alert(1)</script>"),
            ("next", "\"><script>alert(2)</script>")
        );
        string html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_WithoutSession_LeadToTheLogin()
    {
        string pages = Directory.CreateTempSubdirectory("matinee-pages-").FullName;
        await File.WriteAllTextAsync(Path.Combine(pages, "index.html"), "<title>Movies</title>");
        await fixture.Server.RestartAsync(options => options with { WebPath = pages });
        using Browser browser = new(fixture.Server.Address);

        using HttpResponseMessage before = await browser.SendAsync("GET", "/u/7?limit=5");
        Assert.Equal(HttpStatusCode.Redirect, before.StatusCode);
        Assert.Equal("/login?next=%2Fu%2F7%3Flimit%3D5", before.Headers.Location?.OriginalString);

        await browser.SignInAsync(fixture.Read);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("GET", "/u/7"));
        Directory.Delete(pages, recursive: true);
    }
}
