using Matinee.Data.Simulation;

namespace Matinee.Data.Tests.Simulation;

public class PortableMathTests
{
    [Theory]
    [InlineData(-300)]
    [InlineData(-20.5)]
    [InlineData(-0.4)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3.3)]
    [InlineData(300)]
    public void Exp_AnyExponent_MatchesTheLibrary(double exponent) =>
        Assert.Equal(1, PortableMath.Exp(exponent) / Math.Exp(exponent), 1e-12);

    [Theory]
    [InlineData(1e-300)]
    [InlineData(0.02)]
    [InlineData(0.9999)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(12345.678)]
    public void Log_PositiveNumber_MatchesTheLibrary(double value) =>
        Assert.Equal(Math.Log(value), PortableMath.Log(value), 1e-12);

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963985)]
    [InlineData(0.8413447461, 1)]
    [InlineData(0.001349898, -3)]
    [InlineData(0.9999997133, 5)]
    public void NormalQuantile_KnownProbabilities_GivesTheTablesValues(double probability, double expected) =>
        Assert.Equal(expected, PortableMath.NormalQuantile(probability), 1e-4);
}
