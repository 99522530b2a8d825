using System.Text;
using Matinee.Api.Posters;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Tests.Posters;

public sealed class TmdbTroubleTests
{
    [Fact]
    public async Task Get_TooManyRequests_WaitsAsLongAsTmdbSays()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        place.Tmdb.Api = http =>
        {
            http.Response.Headers.RetryAfter = "30";
            return FakeTmdb.JsonAsync(http, "{}", 429);
        };

        TmdbTroubleException first = await place.TroubleAsync(1);
        place.Time.Advance(TimeSpan.FromSeconds(20));
        TmdbTroubleException second = await place.TroubleAsync(2);

        Assert.True(first.WasAsked);
        Assert.Equal(30, first.RetryAfter.TotalSeconds);
        Assert.False(second.WasAsked);
        Assert.Equal(10, second.RetryAfter.TotalSeconds);
        Assert.Single(place.Tmdb.Requests);

        place.Tmdb.Api = null;
        place.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull(await place.GetAsync(1));
    }

    [Theory]
    [InlineData(401, 600)]
    [InlineData(429, 10)]
    [InlineData(403, 5)]
    [InlineData(500, 5)]
    [InlineData(503, 5)]
    [InlineData(302, 5)]
    public async Task Get_ApiFails_IsLeftAloneForAWhile(int status, int seconds)
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        place.Tmdb.Api = http =>
        {
            http.Response.Headers.Location = $"{place.Tmdb.ApiUrl}3/elsewhere";
            return FakeTmdb.JsonAsync(http, "{}", status);
        };

        TmdbTroubleException first = await place.TroubleAsync(1);
        TmdbTroubleException second = await place.TroubleAsync(2);

        Assert.True(first.WasAsked);
        Assert.Equal(seconds, first.RetryAfter.TotalSeconds);
        Assert.False(second.WasAsked);
        Assert.Equal(["/3/movie/1"], place.Tmdb.Paths);
    }

    [Fact]
    public async Task Get_WrongKey_NamesTheSettingAndNotTheKey()
    {
        const string wrong = "ffffffffffffffffffffffffffffffff";
        await using PosterPlace place = await PosterPlace.MakeAsync(options =>
            options with
            {
                Key = TmdbKey.Parse(wrong),
            }
        );

        TmdbTroubleException trouble = await place.TroubleAsync(1);

        Assert.Contains("MATINEE_TMDB_KEY", trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, trouble.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_NoAnswerInTime_IsGivenUp(bool ofTheImage)
    {
        await using PosterPlace place = await PosterPlace.MakeAsync(options =>
            options with
            {
                Timeout = TimeSpan.FromMilliseconds(300),
            }
        );
        async Task Hang(HttpContext http)
        {
            // A few bytes, and then nothing.
            http.Response.ContentType = "image/jpeg";
            await http.Response.Body.WriteAsync(FakeTmdb.Jpeg(""));
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        }

        place.Tmdb.Image = ofTheImage ? Hang : null;
        place.Tmdb.Api = ofTheImage ? null : Hang;

        TmdbTroubleException trouble = await place.TroubleAsync(1);

        Assert.True(trouble.WasAsked);
        Assert.Equal(5, trouble.RetryAfter.TotalSeconds);
        Assert.False((await place.TroubleAsync(2)).WasAsked);

        // What was found out meanwhile stays so.
        place.Tmdb.Api = null;
        place.Tmdb.Image = null;
        place.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull(await place.GetAsync(1));
    }

    [Fact]
    public async Task Get_NobodyThere_IsTrouble()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync(options =>
            options with
            {
                ApiUrl = new Uri($"http://127.0.0.1:{FreePort.Find()}/"),
            }
        );

        TmdbTroubleException trouble = await place.TroubleAsync(1);

        Assert.StartsWith("TMDB can't be reached", trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("html called a jpeg")]
    [InlineData("jpeg called html")]
    [InlineData("svg")]
    [InlineData("empty")]
    [InlineData("too large")]
    [InlineData("too large, without its length")]
    [InlineData("redirection")]
    [InlineData("forbidden")]
    public async Task Get_PictureThatIsNone_IsNotPassedOnAndTheMovieLeftAlone(string kind)
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        await using FakeTmdb elsewhere = await FakeTmdb.StartAsync();
        place.Tmdb.Image = http =>
            http.Request.Path.Value!.EndsWith("p1.jpg") ? Answer(http, kind, elsewhere) : Fine(http);

        TmdbTroubleException trouble = await place.TroubleAsync(1);
        TmdbTroubleException again = await place.TroubleAsync(1);

        Assert.True(trouble.WasAsked);
        Assert.Equal(600, trouble.RetryAfter.TotalSeconds);
        Assert.False(again.WasAsked);
        Assert.Equal(["/3/movie/1", "/t/p/w342/p1.jpg"], place.Tmdb.Paths);
        Assert.Empty(elsewhere.Requests);
        Assert.NotNull(await place.GetAsync(2));

        place.Tmdb.Image = null;
        place.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(await place.GetAsync(1));
    }

    [Theory]
    [InlineData("<html>Log in to the hotel's network</html>")]
    [InlineData("{ \"poster_path\": ")]
    [InlineData("")]
    public async Task Get_AnswerThatIsNoJson_IsTrouble(string text)
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        place.Tmdb.Api = http => FakeTmdb.JsonAsync(http, text);

        Assert.True((await place.TroubleAsync(1)).WasAsked);
        Assert.False((await place.TroubleAsync(2)).WasAsked);
    }

    [Fact]
    public async Task Get_EndlessJson_IsGivenUp()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        place.Tmdb.Api = http => FakeTmdb.JsonAsync(http, new string(' ', TmdbClient.MostJsonBytes + 1));

        Assert.True((await place.TroubleAsync(1)).WasAsked);
    }

    [Theory]
    [InlineData("\"//evil.example/x.jpg\"")]
    [InlineData("\"/../../../3/account.jpg\"")]
    [InlineData("\"http://evil.example/x.jpg\"")]
    [InlineData("\"/x.svg\"")]
    [InlineData("\"/x.jpg\\n\"")]
    [InlineData("\"/x.jpg?y\"")]
    [InlineData("5")]
    public async Task Get_PathThatCantBe_IsNotFollowed(string path)
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        place.Tmdb.Api = http => FakeTmdb.JsonAsync(http, $$"""{ "poster_path": {{path}} }""");

        TmdbTroubleException trouble = await place.TroubleAsync(1);

        Assert.True(trouble.OfTheMovie);
        Assert.Equal(["/3/movie/1"], place.Tmdb.Paths);
    }

    [Fact]
    public async Task Get_PictureThatMoved_IsLookedForAnew()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        await place.GetAsync(1, PosterSize.Small);
        place.Tmdb.Api = http => FakeTmdb.JsonAsync(http, """{ "poster_path": "/moved.jpg" }""");
        place.Tmdb.Image = http =>
            http.Request.Path.Value!.EndsWith("moved.jpg")
                ? Fine(http)
                : FakeTmdb.WriteAsync(http, "text/html", [], 404);

        Assert.True((await place.TroubleAsync(1)).OfTheMovie);
        place.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(FakeTmdb.Jpeg("fine"), (await place.GetAsync(1))!.Bytes);
    }

    [Fact]
    public async Task Get_FolderThatCantBeWritten_IsShownAllTheSame()
    {
        await using PosterPlace place = await PosterPlace.MakeAsync();
        Directory.Delete(place.Options.CacheFolder);

        Assert.NotNull(await place.GetAsync(1));

        Directory.CreateDirectory(place.Options.CacheFolder);
    }

    private static Task Fine(HttpContext http) => FakeTmdb.WriteAsync(http, "image/jpeg", FakeTmdb.Jpeg("fine"));

    private static Task Answer(HttpContext http, string kind, FakeTmdb elsewhere)
    {
        byte[] html = Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>");
        byte[] large = new byte[TmdbClient.MostImageBytes + 1];
        FakeTmdb.Jpeg("").CopyTo(large, 0);
        switch (kind)
        {
            case "redirection":
                http.Response.Headers.Location = $"{elsewhere.ImageUrl}w342/p1.jpg";
                return FakeTmdb.WriteAsync(http, "image/jpeg", [], 302);
            case "too large":
                http.Response.ContentLength = large.Length;
                return FakeTmdb.WriteAsync(http, "image/jpeg", large);
            default:
                return kind switch
                {
                    "html" => FakeTmdb.WriteAsync(http, "text/html", html),
                    "html called a jpeg" => FakeTmdb.WriteAsync(http, "image/jpeg", html),
                    "jpeg called html" => FakeTmdb.WriteAsync(http, "text/html", FakeTmdb.Jpeg("")),
                    "svg" => FakeTmdb.WriteAsync(http, "image/svg+xml", Encoding.UTF8.GetBytes("<svg/>")),
                    "empty" => FakeTmdb.WriteAsync(http, "image/jpeg", []),
                    "forbidden" => FakeTmdb.WriteAsync(http, "image/jpeg", FakeTmdb.Jpeg(""), 403),
                    _ => FakeTmdb.WriteAsync(http, "image/jpeg", large),
                };
        }
    }
}
