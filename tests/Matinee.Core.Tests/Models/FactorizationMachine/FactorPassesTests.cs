using System.Runtime.InteropServices;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public sealed unsafe class FactorPassesTests
{
    private const int Rows = 300;
    private static readonly CounterRandom Random = new(3, 1);

    [Theory]
    [InlineData(40, 2)]
    [InlineData(9_999, 3)]
    [InlineData(55_555, 3)]
    [InlineData(55_555, 4)]
    public void Passes_AnyNumberOfPieces_SumWhatASlowLoopSums(int count, int blocks)
    {
        Design design = Of(count, blocks);
        double[][] own = [.. Enumerable.Range(0, blocks).Select(b => Numbers(Rows, 100 + b))];
        RatingState[] ratings = [.. Numbers(count, 7).Select(error => new RatingState { Error = error })];
        RatingState[] slow = [.. ratings];
        var rows = new RowSums[blocks][];
        using var passes = new FactorPasses(design, new ParallelOptions { MaxDegreeOfParallelism = 2 });
        var handles = own.Select(values => GCHandle.Alloc(values, GCHandleType.Pinned)).ToList();
        var starts = new double*[blocks];
        for (int b = 0; b < blocks; b++)
        {
            starts[b] = (double*)handles[b].AddrOfPinnedObject();
            rows[b] = new RowSums[Rows];
        }

        SlowBegin(design, own, slow);
        for (int b = 0; b < blocks; b++)
        {
            fixed (RatingState* state = ratings)
            fixed (
                RowSums* before = rows[Math.Max(0, b - 1)],
                    now = rows[b]
            )
            {
                if (b == 0)
                {
                    passes.Begin(starts, state, now);
                }
                else
                {
                    passes.Carry(b - 1, before, starts[b], state, now);
                }
            }

            AssertSums(SlowSums(design.Blocks[b], own[b], slow), rows[b]);
            Decide(rows[b], b);
            SlowUpdate(design.Blocks[b], rows[b], slow);
        }

        fixed (RatingState* state = ratings)
        fixed (RowSums* last = rows[^1])
        {
            passes.End(last, state);
        }

        handles.ForEach(handle => handle.Free());
        Assert.Equal(slow.Select(rating => rating.Error), ratings.Select(rating => rating.Error));
        Assert.Equal(slow.Select(rating => rating.Sum), ratings.Select(rating => rating.Sum));
    }

    private static Design Of(int count, int blocks) =>
        new(
            new float[count],
            [
                .. Enumerable
                    .Range(0, blocks)
                    .Select(b =>
                    {
                        int[] rowOf = [.. Enumerable.Range(0, count).Select(n => Random.Below(Rows, b * count + n))];
                        if (b == 0)
                        {
                            Array.Sort(rowOf);
                        }

                        var block = new BlockBuilder(Rows, rowOf);
                        block.AddIdentity("id");
                        return block.Build();
                    }),
            ]
        );

    private static double[] Numbers(int count, long seed) =>
        [.. Enumerable.Range(0, count).Select(n => new CounterRandom(seed, 2).Normal(n))];

    private static void SlowBegin(Design design, double[][] own, RatingState[] ratings)
    {
        for (int n = 0; n < ratings.Length; n++)
        {
            double others = 0;
            for (int b = 1; b < own.Length; b++)
            {
                others += own[b][design.Blocks[b].RowOf[n]];
            }

            ratings[n].Sum = others + own[0][design.Blocks[0].RowOf[n]];
        }
    }

    private static RowSums[] SlowSums(DesignBlock block, double[] own, RatingState[] ratings)
    {
        RowSums[] sums = [.. own.Select(value => new RowSums { Own = value, OwnBefore = value })];
        for (int n = 0; n < ratings.Length; n++)
        {
            ref RowSums row = ref sums[block.RowOf[n]];
            double others = ratings[n].Sum - row.Own;
            row.Count++;
            row.Errors += ratings[n].Error;
            row.Others += others;
            row.OthersErrors += others * ratings[n].Error;
            row.OthersSquared += others * others;
        }

        return sums;
    }

    // What a block might have drawn.
    private static void Decide(RowSums[] rows, int block)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row].Own += Random.Uniform(1_000_000 * block + row);
            rows[row].Shift = Random.Uniform(2_000_000 * block + row);
        }
    }

    private static void SlowUpdate(DesignBlock block, RowSums[] rows, RatingState[] ratings)
    {
        for (int n = 0; n < ratings.Length; n++)
        {
            RowSums row = rows[block.RowOf[n]];
            double others = ratings[n].Sum - row.OwnBefore;
            ratings[n].Error -= row.Shift + (row.Own - row.OwnBefore) * others;
            ratings[n].Sum = others + row.Own;
        }
    }

    private static void AssertSums(RowSums[] expected, RowSums[] sums)
    {
        for (int row = 0; row < sums.Length; row++)
        {
            Assert.Equal(
                (expected[row].Own, expected[row].OwnBefore, expected[row].Count, 0),
                (sums[row].Own, sums[row].OwnBefore, sums[row].Count, sums[row].Shift)
            );
            Assert.Equal(expected[row].Errors, sums[row].Errors, 1e-9);
            Assert.Equal(expected[row].Others, sums[row].Others, 1e-9);
            Assert.Equal(expected[row].OthersErrors, sums[row].OthersErrors, 1e-9);
            Assert.Equal(expected[row].OthersSquared, sums[row].OthersSquared, 1e-9);
        }
    }
}
