using System.Security.Cryptography;
using System.Text;
using Matinee.Api.Access;

namespace Matinee.Api.Tests.Access;

public sealed class CredentialTests
{
    private const string Id = "0123456789abcdef";
    private const string Secret = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_";

    [Fact]
    public void TryParse_WhatNewMade_IsTheSame()
    {
        var made = Credential.New();

        Assert.True(Credential.TryParse(made.Text, out Credential read));

        Assert.Equal(made.Id, read.Id);
        Assert.Equal(made.Hash(), read.Hash());
        Assert.True(read.Matches(made.Hash()));
    }

    [Fact]
    public void Hash_KnownSecret_IsItsSha256()
    {
        Assert.True(Credential.TryParse($"matinee_{Id}_{Secret}", out Credential credential));

        Assert.Equal(Id, credential.Id);
        Assert.Equal(SHA256.HashData(Encoding.ASCII.GetBytes(Secret)), credential.Hash());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("matinee_")]
    [InlineData($"{Id}_{Secret}")]
    [InlineData($"Matinee_{Id}_{Secret}")]
    [InlineData($"matinee_{Id}-{Secret}")]
    [InlineData($"matinee_0123456789ABCDEF_{Secret}")]
    [InlineData($"matinee_{Id}_{Secret}A")]
    [InlineData($" matinee_{Id}_{Secret}")]
    [InlineData($"matinee_{Id}_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=é")]
    public void TryParse_AnythingElse_IsNone(string? text) => Assert.False(Credential.TryParse(text, out _));

    [Fact]
    public void Matches_OtherOrNoHash_IsFalse()
    {
        Assert.False(Credential.New().Matches(Credential.New().Hash()));
        Assert.False(Credential.New().Matches(null));
        Assert.False(Credential.New().Matches([]));
    }

    [Fact]
    public void ToString_Any_HidesTheSecret()
    {
        Assert.True(Credential.TryParse($"matinee_{Id}_{Secret}", out Credential credential));

        Assert.Equal($"matinee_{Id}_…", $"{credential}");
    }

    [Fact]
    public void New_Thousand_AreDistinct() =>
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => Credential.New().Text).Distinct().Count());
}
