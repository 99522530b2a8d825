using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Client.Tests.Http;

public sealed class RetryTests
{
    private readonly InstantTime time = new();

    [Fact]
    public async Task Get_RefusedForAWhile_AsksAgainAfterAsLongAsTheServerSays()
    {
        using var server = new ScriptedServer(n =>
            n switch
            {
                0 => Refused(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(TimeSpan.FromSeconds(7))),
                1 => Refused(
                    HttpStatusCode.ServiceUnavailable,
                    new RetryConditionHeaderValue(time.GetUtcNow().AddSeconds(20))
                ),
                _ => Health(),
            }
        );

        Health health = await Client(server).GetLiveAsync();

        Assert.Equal("live", health.Status);
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(20)], time.Waits);
    }

    [Fact]
    public async Task Get_ServerDoesNotSayWhen_WaitsTwiceAsLongEachTimeAndGivesUp()
    {
        using var server = new ScriptedServer(_ => Refused(HttpStatusCode.ServiceUnavailable, null));

        var exception = await Assert.ThrowsAsync<MatineeApiException>(() => Client(server).GetLiveAsync());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.Status);
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal([0.5, 1, 2], time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Get_ToldToWaitLongerThanAllowed_SaysSoAtOnce()
    {
        using var server = new ScriptedServer(_ =>
            Refused(HttpStatusCode.TooManyRequests, new RetryConditionHeaderValue(TimeSpan.FromSeconds(31)))
        );

        var exception = await Assert.ThrowsAsync<MatineeApiException>(() => Client(server).GetLiveAsync());

        Assert.Equal(TimeSpan.FromSeconds(31), exception.RetryAfter);
        Assert.Single(server.Requests);
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task Write_Refused_IsNotSentAgain()
    {
        using var server = new ScriptedServer(_ =>
            Refused(HttpStatusCode.ServiceUnavailable, new RetryConditionHeaderValue(TimeSpan.FromSeconds(1)))
        );

        await Assert.ThrowsAsync<MatineeApiException>(() => Client(server).PutRatingAsync(1, 1, 5));
        await Assert.ThrowsAsync<MatineeApiException>(() => Client(server).RecommendAsync(new Visitor()));
        await Assert.ThrowsAsync<MatineeApiException>(() => Client(server).EraseUserAsync(1));

        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task Get_ProblemThatDoesNotPass_IsNotSentAgain(HttpStatusCode status)
    {
        using var server = new ScriptedServer(_ => Refused(status, null));

        await Assert.ThrowsAsync<MatineeApiException>(() => Client(server).GetLiveAsync());

        Assert.Single(server.Requests);
    }

    private MatineeClient Client(ScriptedServer server) =>
        new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddMatineeClient()
            .ConfigurePrimaryHttpMessageHandler(() => server)
            .Services.BuildServiceProvider()
            .GetRequiredService<MatineeClient>();

    private static HttpResponseMessage Refused(HttpStatusCode status, RetryConditionHeaderValue? when)
    {
        var response = new HttpResponseMessage(status);
        response.Headers.RetryAfter = when;
        return response;
    }

    private static HttpResponseMessage Health() =>
        new(HttpStatusCode.OK)
        {
            Content = new StringContent("""{ "status": "live" }""", Encoding.UTF8, "application/json"),
        };

    /// <summary>Stands still; whoever waits is woken at once.</summary>
    private sealed class InstantTime : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override DateTimeOffset GetUtcNow() => new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            // The factory's own timers, which clear away old handlers, are not ours.
            if (dueTime < TimeSpan.FromMinutes(1))
            {
                Waits.Add(dueTime);
                return System.CreateTimer(callback, state, TimeSpan.Zero, period);
            }

            return System.CreateTimer(callback, state, dueTime, period);
        }
    }
}
