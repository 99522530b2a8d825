using Matinee.Tests.PublicApi;

namespace Matinee.Client.Tests;

public class PublicApiTests
{
    [Fact]
    public void Package_WhatItOffers_IsAsWritten() => ApiFile.Check(typeof(MatineeClient).Assembly);
}
