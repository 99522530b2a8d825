using Matinee.Neural.Hybrid.Scoring;

namespace Matinee.Neural.Tests.Hybrid.Scoring;

public class ScoringBlocksTests
{
    private const long Half = ScoringBlocks.Bytes / 2;

    [Fact]
    public void Of_HistoriesBeyondTheBound_AreCutInOrder()
    {
        long[] bytes = [Half, Half, 1, 3 * Half, Half, Half - 1, 1, 1];

        // Two fill a block; one alone may burst it.
        Assert.Equal([0..2, 2..3, 3..4, 4..7, 7..8], ScoringBlocks.Of(bytes));
    }

    [Fact]
    public void Of_Nobody_IsNoBlock() => Assert.Empty(ScoringBlocks.Of([]));
}
