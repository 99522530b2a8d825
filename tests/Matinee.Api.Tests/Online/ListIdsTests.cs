using System.Buffers.Text;
using CsCheck;
using Matinee.Api.Online;

namespace Matinee.Api.Tests.Online;

public sealed class ListIdsTests
{
    private static readonly ListIds Ids = new([.. Enumerable.Range(0, 32).Select(n => (byte)n)]);

    [Fact]
    public void Read_WhatWriteWrote_IsTheSame() =>
        Gen.Select(
                Gen.Int[1, int.MaxValue].Array[1, 100],
                Gen.Int[1, int.MaxValue],
                Gen.Bool,
                Gen.Long[1_700_000_000, 4_102_444_799]
            )
            .Sample(
                (movies, user, isUser, now) =>
                {
                    ServedList list = Ids.Read(Ids.Write("v-20261128-ab12cd34", isUser ? user : null, now, movies))!;
                    return list.MovieIds.SequenceEqual(movies)
                        && list.UserId == (isUser ? user : null)
                        && list.IssuedAt == now
                        && list.Model == "ab12cd34";
                },
                iter: 1_000
            );

    [Fact]
    public void Write_FiveMoviesOfMovieLens_IsShort() =>
        Assert.InRange(Ids.Write("ab12cd34", 7, 1_800_000_000, [1, 260, 2_571, 58_559, 187_593]).Length, 40, 60);

    [Fact]
    public void Read_AnyByteChanged_IsNone()
    {
        string id = Ids.Write("ab12cd34", 7, 1_800_000_000, [1, 260, 300_000]);
        byte[] bytes = Base64Url.DecodeFromChars(id);
        for (int n = 0; n < bytes.Length; n++)
        {
            bytes[n] ^= 1;
            Assert.Null(Ids.Read(Base64Url.EncodeToString(bytes)));
            bytes[n] ^= 1;
        }

        Assert.NotNull(Ids.Read(Base64Url.EncodeToString(bytes)));
    }

    [Fact]
    public void Read_AnotherKeysOrNonsense_IsNone()
    {
        string id = new ListIds(new byte[32]).Write("ab12cd34", 7, 1_800_000_000, [1]);

        Assert.Null(Ids.Read(id));
        Assert.Null(Ids.Read(""));
        Assert.Null(Ids.Read("AQ"));
        Assert.Null(Ids.Read("not base64url!"));
        Assert.Null(Ids.Read(new string('A', 100_000)));
        Gen.String.Sample(text => Ids.Read(text) is null, iter: 1_000);
    }

    [Fact]
    public void Read_SameListTwice_HasOneId()
    {
        string first = Ids.Write("m", 7, 1_800_000_000, [1, 2]);

        Assert.Equal(Ids.Read(first)!.Id, Ids.Read(Ids.Write("m", 7, 1_800_000_000, [1, 2]))!.Id);
        Assert.NotEqual(Ids.Read(first)!.Id, Ids.Read(Ids.Write("m", 7, 1_800_000_001, [1, 2]))!.Id);
        Assert.NotEqual(Ids.Read(first)!.Id, Ids.Read(Ids.Write("m", 7, 1_800_000_000, [2, 1]))!.Id);
    }

    [Theory]
    [InlineData(7, 7, 0, true)]
    [InlineData(7, 8, 0, false)]
    [InlineData(null, 8, 0, true)]
    [InlineData(7, 7, 30 * 86_400, true)]
    [InlineData(7, 7, (30 * 86_400) + 1, false)]
    [InlineData(7, 7, -61, false)]
    public void CountsFor_UserAndAge_Decide(int? owner, int user, int later, bool counts) =>
        Assert.Equal(counts, new ServedList("id", "m", owner, 1_000, [1]).CountsFor(user, 1_000 + later));

    [Fact]
    public void RankOf_MovieInAndOut_IsItsPlaceOrNone()
    {
        var list = new ServedList("id", "m", 7, 1_000, [10, 20, 30]);

        Assert.Equal(2, list.RankOf(20));
        Assert.Null(list.RankOf(40));
    }
}
