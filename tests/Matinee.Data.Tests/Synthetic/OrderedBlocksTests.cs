using Matinee.Data.Synthetic;

namespace Matinee.Data.Tests.Synthetic;

public class OrderedBlocksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Run_AnyWorkers_WritesEveryBlockInOrder(int workers)
    {
        var written = new List<int>();

        OrderedBlocks.Run(
            100,
            [.. Enumerable.Range(0, workers)],
            (_, block) => Thread.SpinWait(block % 7 * 1000),
            (_, block) => written.Add(block),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(Enumerable.Range(0, 100), written);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_OneBlockFails_StopsAllAndThrowsItsError(bool whileWriting)
    {
        var written = new List<int>();
        Action<int, int> fail = (_, block) =>
        {
            if (block == 10)
            {
                throw new IOException("No space left on device");
            }
        };

        var exception = Assert.Throws<IOException>(() =>
            OrderedBlocks.Run(
                1000,
                [0, 1, 2],
                whileWriting ? (_, _) => { } : fail,
                (worker, block) =>
                {
                    if (whileWriting)
                    {
                        fail(worker, block);
                    }

                    written.Add(block);
                },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal("No space left on device", exception.Message);
        Assert.Equal(Enumerable.Range(0, written.Count), written);
        Assert.True(written.Count <= 10);
    }
}
