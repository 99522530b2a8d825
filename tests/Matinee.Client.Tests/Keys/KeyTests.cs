using System.Net;

namespace Matinee.Client.Tests.Keys;

public sealed class KeyTests(KeyedServer keyed) : IClassFixture<KeyedServer>
{
    [Fact]
    public async Task AnyCall_RightKey_Works()
    {
        MatineeClient client = keyed.Client(keyed.OfUser7.Secret);

        Recommendations list = await client.RecommendAsync(7);
        RatedMovie rated = await client.PutRatingAsync(7, list.Movies[0].Id, 4);

        Assert.Equal(4, rated.Rating);
    }

    [Fact]
    public async Task AnyCall_NoKey_SaysWhereToGetAndWhereToPutOne()
    {
        var exception = await Assert.ThrowsAsync<MatineeApiException>(() => keyed.Client(null).RecommendAsync(7));

        Assert.Equal((HttpStatusCode.Unauthorized, ProblemTypes.Unauthorized), (exception.Status, exception.Type));
        Assert.Contains("matinee keys create", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MatineeClientOptions.ApiKey", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_WrongKey_SaysSoAndNotHowToSendOne()
    {
        string wrong = keyed.OfUser7.Secret[..^1] + (keyed.OfUser7.Secret[^1] == 'A' ? 'B' : 'A');

        var exception = await Assert.ThrowsAsync<MatineeApiException>(() => keyed.Client(wrong).RecommendAsync(7));

        Assert.Equal(ProblemTypes.Unauthorized, exception.Type);
        Assert.Contains("is not valid", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MatineeClientOptions", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_KeyOfAnotherUser_IsForbidden()
    {
        MatineeClient client = keyed.Client(keyed.OfUser7.Secret);

        var path = await Assert.ThrowsAsync<MatineeApiException>(() => client.RecommendAsync(8));
        var body = await Assert.ThrowsAsync<MatineeApiException>(() => client.AskAsync("something funny", 8));

        Assert.Equal((HttpStatusCode.Forbidden, ProblemTypes.Forbidden), (path.Status, path.Type));
        Assert.Contains("bound to user 7", path.Message, StringComparison.Ordinal);
        Assert.Equal(ProblemTypes.Forbidden, body.Type);
    }

    [Fact]
    public async Task AnyCall_ScopeTooSmall_SaysWhichIsNeeded()
    {
        MatineeClient client = keyed.Client(keyed.Read.Secret);

        var exception = await Assert.ThrowsAsync<MatineeApiException>(() => client.PutRatingAsync(7, 1, 4));

        Assert.Equal(ProblemTypes.Forbidden, exception.Type);
        Assert.Contains("scope is read; write is needed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetSession_AnyKey_SaysWhatItOpens()
    {
        Assert.Equal(new Session(true, null, null), await keyed.Client(null).GetSessionAsync());
        Assert.Equal(new Session(true, "write", 7), await keyed.Client(keyed.OfUser7.Secret).GetSessionAsync());
        Assert.Equal(new Session(true, "admin", null), await keyed.Client(keyed.Admin.Secret).GetSessionAsync());
    }

    [Fact]
    public async Task Keys_CreateListRevoke_OpenUntilTheyAreRevoked()
    {
        MatineeClient admin = keyed.Client(keyed.Admin.Secret);
        CreatedKey made = await admin.CreateKeyAsync(new NewKey("for a while", KeyScope.Read) { UserId = 7, Days = 2 });
        MatineeClient client = keyed.Client(made.Secret);
        Assert.Equal(7, (await client.GetUserAsync(7)).Id);

        await admin.RevokeKeyAsync(made.Key.Id);
        await admin.RevokeKeyAsync(made.Key.Id);

        var dead = await Assert.ThrowsAsync<MatineeApiException>(() => client.GetUserAsync(7));
        Assert.Equal(ProblemTypes.Unauthorized, dead.Type);
        ApiKey listed = Assert.Single((await admin.ListKeysAsync()).Keys, key => key.Id == made.Key.Id);
        Assert.True(listed is { Name: "for a while", Scope: "read", UserId: 7, RevokedAt: not null });
        Assert.Equal(TimeSpan.FromDays(2), listed.ExpiresAt - listed.CreatedAt);
        var unknown = await Assert.ThrowsAsync<MatineeApiException>(() => admin.RevokeKeyAsync("0123456789abcdef"));
        Assert.Equal(ProblemTypes.UnknownKey, unknown.Type);
    }

    [Fact]
    public void CreatedKey_AsText_KeepsItsSecret() =>
        Assert.DoesNotContain(keyed.Admin.Secret, $"{keyed.Admin}", StringComparison.Ordinal);
}
