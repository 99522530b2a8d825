using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Client.Tests.Http;

public sealed class RegistrationTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    [Fact]
    public async Task AddMatineeClient_AddressOfAServer_TalksToIt()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddMatineeClient(options => options.BaseAddress = fixture.Server.Address)
            .Services.BuildServiceProvider();

        Recommendations answer = await services.GetRequiredService<MatineeClient>().RecommendAsync(7);

        Assert.Equal(5, answer.Movies.Count);
    }

    [Theory]
    [InlineData("http://matinee.test/films", "http://matinee.test/films/health/live")]
    [InlineData("http://matinee.test/films/", "http://matinee.test/films/health/live")]
    [InlineData("http://matinee.test", "http://matinee.test/health/live")]
    public async Task AddMatineeClient_AddressWithPath_GoesOnFromIt(string address, string expected)
    {
        using var server = new ScriptedServer(_ => Live());

        await Client(server, options => options.BaseAddress = new Uri(address)).GetLiveAsync();

        Assert.Equal(expected, server.Requests[0].RequestUri?.ToString());
    }

    [Theory]
    [InlineData("s3cret", "Bearer s3cret")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public async Task AddMatineeClient_ApiKey_IsSentAsBearer(string? key, string? expected)
    {
        using var server = new ScriptedServer(_ => Live());

        await Client(server, options => options.ApiKey = key).GetLiveAsync();

        Assert.Equal(expected, server.Requests[0].Headers.Authorization?.ToString());
        Assert.Equal("http://127.0.0.1:3000/health/live", server.Requests[0].RequestUri?.ToString());
    }

    [Theory]
    [InlineData("ftp://matinee.test", 3)]
    [InlineData("films", 3)]
    [InlineData("http://matinee.test", 11)]
    [InlineData("http://matinee.test", -1)]
    public void AddMatineeClient_BadOption_SaysWhatItMustBe(string address, int retries)
    {
        using var server = new ScriptedServer(_ => Live());

        var exception = Assert.Throws<ArgumentException>(() =>
            Client(
                server,
                options =>
                {
                    options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute);
                    options.Retries = retries;
                }
            )
        );

        Assert.Contains("must be", exception.Message, StringComparison.Ordinal);
    }

    private static MatineeClient Client(ScriptedServer server, Action<MatineeClientOptions> configure) =>
        new ServiceCollection()
            .AddMatineeClient(configure)
            .ConfigurePrimaryHttpMessageHandler(() => server)
            .Services.BuildServiceProvider()
            .GetRequiredService<MatineeClient>();

    private static HttpResponseMessage Live() =>
        new(HttpStatusCode.OK)
        {
            Content = new StringContent("""{ "status": "live" }""", Encoding.UTF8, "application/json"),
        };
}
