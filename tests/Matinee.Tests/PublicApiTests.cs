using Matinee.Tests.PublicApi;

namespace Matinee.Tests;

public class PublicApiTests
{
    [Fact]
    public void Package_WhatItOffers_IsAsWritten() =>
        ApiFile.Check(typeof(MovieRecommender).Assembly, typeof(Core.MatineeException));
}
