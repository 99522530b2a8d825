using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class KeptSweepsTests
{
    [Theory]
    [InlineData(12, 0, 1, 4, new[] { 3, 6, 9, 12 })]
    [InlineData(12, 0, 2, 4, new[] { 6, 12 })]
    // Three for two chains are two each: rather one more than one fewer.
    [InlineData(12, 0, 2, 3, new[] { 6, 12 })]
    [InlineData(12, 0, 4, 1, new[] { 12 })]
    [InlineData(12, 0.5, 1, 3, new[] { 8, 10, 12 })]
    [InlineData(10, 0, 1, 3, new[] { 3, 6, 10 })]
    [InlineData(3, 0, 1, 128, new[] { 1, 2, 3 })]
    [InlineData(4, 0.5, 1, 128, new[] { 3, 4 })]
    [InlineData(1, 0.95, 4, 128, new[] { 1 })]
    public void PlaceOf_AnySweep_CountsThoseEvenlySpread(
        int sweeps,
        double burnIn,
        int chains,
        int samples,
        int[] expected
    )
    {
        var kept = new KeptSweeps(
            new FactorizationMachineOptions
            {
                Sweeps = sweeps,
                BurnIn = burnIn,
                Chains = chains,
            },
            samples
        );

        int[] places = [.. Enumerable.Range(1, sweeps).Select(kept.PlaceOf)];

        Assert.Equal(expected.Length, kept.Count);
        Assert.Equal(expected, Enumerable.Range(1, sweeps).Where(sweep => places[sweep - 1] >= 0));
        Assert.Equal(Enumerable.Range(0, expected.Length), places.Where(place => place >= 0));
    }

    [Fact]
    public void PlaceOf_ManySweeps_DoesNotOverflow()
    {
        var kept = new KeptSweeps(new FactorizationMachineOptions { Sweeps = 100_000, Chains = 1 }, samples: 100_000);

        Assert.Equal(99_999, kept.PlaceOf(100_000));
        Assert.Equal(49_999, kept.PlaceOf(50_000));
    }
}
