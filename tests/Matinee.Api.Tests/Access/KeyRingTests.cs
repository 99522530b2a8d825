using Matinee.Api.Access;

namespace Matinee.Api.Tests.Access;

public sealed class KeyRingTests
{
    private readonly ManualTime time = new();
    private readonly MemoryKeys store = new();
    private readonly KeyRing ring;

    public KeyRingTests() => ring = new KeyRing(store, time);

    [Fact]
    public async Task VerifyAsync_KeyJustMade_IsIt()
    {
        (ApiKey key, Credential credential) = await NewAsync(AccessScope.Write, userId: 7);

        ApiKey? found = await ring.VerifyAsync(credential, default);

        Assert.Equal(key.Id, found?.Id);
        Assert.Equal((AccessScope.Write, 7), (found!.Scope, found.UserId));
        Assert.DoesNotContain(credential.Text[^43..], Convert.ToHexString(key.Hash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_RightIdWrongSecret_IsNone()
    {
        (_, Credential credential) = await NewAsync();
        string other = credential.Text[..^43] + Credential.New().Text[^43..];
        Assert.True(Credential.TryParse(other, out Credential guess));

        Assert.Null(await ring.VerifyAsync(guess, default));
        Assert.Null(await ring.VerifyAsync(Credential.New(), default));
    }

    [Fact]
    public async Task VerifyAsync_LastSecondAndFirstAfter_ExpiresInBetween()
    {
        (_, Credential credential) = await NewAsync(expiresAt: Now + 10);

        time.Advance(TimeSpan.FromSeconds(9));
        Assert.NotNull(await ring.VerifyAsync(credential, default));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await ring.VerifyAsync(credential, default));
    }

    [Fact]
    public async Task RevokeAsync_HereAndElsewhere_EndsAtOnceAndWithinTwoSeconds()
    {
        var elsewhere = new KeyRing(store, time);
        (ApiKey key, Credential credential) = await NewAsync();
        Assert.NotNull(await ring.VerifyAsync(credential, default));
        Assert.NotNull(await elsewhere.VerifyAsync(credential, default));

        Assert.True(await ring.RevokeAsync(key.Id, default));

        Assert.Null(await ring.VerifyAsync(credential, default));
        time.Advance(KeyRing.Remembered);
        Assert.Null(await elsewhere.VerifyAsync(credential, default));
        Assert.False(await ring.RevokeAsync("ffffffffffffffff", default));
    }

    [Fact]
    public async Task VerifyAsync_Often_AsksTheStoreEveryTwoSeconds()
    {
        (_, Credential credential) = await NewAsync();

        for (int n = 0; n < 100; n++)
        {
            await ring.VerifyAsync(credential, default);
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(5, store.Asked);
    }

    [Fact]
    public async Task VerifySessionAsync_Session_IsOfItsKeyUntilItEnds()
    {
        (ApiKey key, _) = await NewAsync();
        (_, Credential token) = await ring.OpenSessionAsync(key, default);

        Assert.Equal(key.Id, (await ring.VerifySessionAsync(token, default))?.Id);
        Assert.Null(await ring.VerifyAsync(token, default));

        time.Advance(KeyRing.LongestSession);
        Assert.Null(await ring.VerifySessionAsync(token, default));
    }

    [Fact]
    public async Task VerifySessionAsync_KeyEndsBefore_EndsWithIt()
    {
        long end = Now + 60;
        (ApiKey key, _) = await NewAsync(expiresAt: end);
        (Session session, Credential token) = await ring.OpenSessionAsync(key, default);

        Assert.Equal(end, session.ExpiresAt);
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await ring.VerifySessionAsync(token, default));
    }

    [Fact]
    public async Task CloseSessionAsync_OneOfTwo_LeavesTheOther()
    {
        (ApiKey key, _) = await NewAsync();
        (_, Credential first) = await ring.OpenSessionAsync(key, default);
        (_, Credential second) = await ring.OpenSessionAsync(key, default);

        await ring.CloseSessionAsync(first, default);

        Assert.Null(await ring.VerifySessionAsync(first, default));
        Assert.NotNull(await ring.VerifySessionAsync(second, default));
    }

    [Fact]
    public async Task RevokeAsync_KeyWithSession_EndsThatToo()
    {
        (ApiKey key, _) = await NewAsync();
        (_, Credential token) = await ring.OpenSessionAsync(key, default);
        Assert.NotNull(await ring.VerifySessionAsync(token, default));

        await ring.RevokeAsync(key.Id, default);

        Assert.Null(await ring.VerifySessionAsync(token, default));
        Assert.Empty(store.Sessions);
    }

    [Fact]
    public async Task AnyValidAsync_ExpiredAndRevoked_DoNotCount()
    {
        Assert.False(await ring.AnyValidAsync(default));
        (ApiKey key, _) = await NewAsync();
        await NewAsync(expiresAt: Now);
        Assert.True(await ring.AnyValidAsync(default));

        await ring.RevokeAsync(key.Id, default);

        Assert.False(await ring.AnyValidAsync(default));
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    private Task<(ApiKey Key, Credential Credential)> NewAsync(
        AccessScope scope = AccessScope.Read,
        int? userId = null,
        long? expiresAt = null
    ) => ring.CreateAsync("test", scope, userId, expiresAt, default);
}
