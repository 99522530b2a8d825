using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Carries what the ratings know to the rows of a block, and what the rows have decided back. Each row is summed in one order
/// by one thread, so results are the same at any number of threads.
/// </summary>
internal sealed unsafe class RatingPasses(Design design, ParallelOptions parallel)
{
    // Below this a thread costs more than it saves.
    private const int LeastParallel = 20_000;

    /// <summary>Sums Errors and Count of every row, and forgets its shift.</summary>
    public void GatherErrors(DesignBlock block, RatingState* ratings, RowSums* rows) =>
        ForRows(block, (first, end) => GatherErrors(block, ratings, rows, first, end));

    /// <summary>Takes the rows' shifts from their ratings' errors.</summary>
    public void ScatterShifts(DesignBlock block, RatingState* ratings, RowSums* rows) =>
        ForRatings((first, end) => ScatterShifts(block, ratings, rows, first, end));

    /// <summary>Sums everything a row of the first block knows for a factor, and sets every rating's sum from the rows' own ones.</summary>
    public void GatherFirstFactor(double*[] own, RatingState* ratings, RowSums* rows) =>
        ForRows(design.Blocks[0], (first, end) => GatherFirstFactor(own, ratings, rows, first, end));

    /// <summary>Sums everything a row knows for a factor.</summary>
    public void GatherFactor(DesignBlock block, RatingState* ratings, RowSums* rows) =>
        ForRows(block, (first, end) => GatherFactor(block, ratings, rows, first, end));

    /// <summary>Brings errors and sums of the ratings up to date with their rows.</summary>
    public void ScatterFactor(DesignBlock block, RatingState* ratings, RowSums* rows) =>
        ForRatings((first, end) => ScatterFactor(block, ratings, rows, first, end));

    private static void GatherErrors(DesignBlock block, RatingState* ratings, RowSums* rows, int first, int end)
    {
        fixed (int* order = block.Order)
        {
            for (int number = first; number < end; number++)
            {
                int start = block.RowStarts[number];
                int stop = block.RowStarts[number + 1];
                double errors = 0;
                for (int n = start; n < stop; n++)
                {
                    errors += ratings[order[n]].Error;
                }

                rows[number].Count = stop - start;
                rows[number].Errors = errors;
                rows[number].Shift = 0;
            }
        }
    }

    private static void ScatterShifts(DesignBlock block, RatingState* ratings, RowSums* rows, int first, int end)
    {
        fixed (int* rowOf = block.RowOf)
        {
            for (int n = first; n < end; n++)
            {
                ratings[n].Error -= rows[rowOf[n]].Shift;
            }
        }
    }

    // A rating is a vector (e, o): adding it and o times it gives all four sums.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GatherFirstFactor(double*[] own, RatingState* ratings, RowSums* rows, int first, int end)
    {
        DesignBlock block = design.Blocks[0];
        fixed (int* order = block.Order)
        {
            for (int number = first; number < end; number++)
            {
                int start = block.RowStarts[number];
                int stop = block.RowStarts[number + 1];
                RowSums* row = rows + number;
                Vector128<double> sums = default;
                Vector128<double> products = default;
                for (int n = start; n < stop; n++)
                {
                    double others = 0;
                    for (int other = 1; other < own.Length; other++)
                    {
                        others += own[other][design.Blocks[other].RowOf[order[n]]];
                    }

                    RatingState* rating = ratings + order[n];
                    rating->Sum = others + row->Own;
                    Vector128<double> pair = Vector128.Create(rating->Error, others);
                    sums += pair;
                    products += pair * others;
                }

                Start(row, stop - start, sums, products);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GatherFactor(DesignBlock block, RatingState* ratings, RowSums* rows, int first, int end)
    {
        fixed (int* order = block.Order)
        {
            for (int number = first; number < end; number++)
            {
                int start = block.RowStarts[number];
                int stop = block.RowStarts[number + 1];
                RowSums* row = rows + number;
                Vector128<double> own = Vector128.Create(0, row->Own);
                Vector128<double> sums = default;
                Vector128<double> products = default;
                for (int n = start; n < stop; n++)
                {
                    Vector128<double> rating = Vector128.Load((double*)(ratings + order[n])) - own;
                    sums += rating;
                    products += rating * rating.GetElement(1);
                }

                Start(row, stop - start, sums, products);
            }
        }
    }

    private static void Start(RowSums* row, int count, Vector128<double> sums, Vector128<double> products)
    {
        row->OwnBefore = row->Own;
        row->Count = count;
        row->Errors = sums.GetElement(0);
        row->Others = sums.GetElement(1);
        row->OthersErrors = products.GetElement(0);
        row->OthersSquared = products.GetElement(1);
        row->Shift = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterFactor(DesignBlock block, RatingState* ratings, RowSums* rows, int first, int end)
    {
        fixed (int* rowOf = block.RowOf)
        {
            for (int n = first; n < end; n++)
            {
                RowSums* row = rows + rowOf[n];
                double others = ratings[n].Sum - row->OwnBefore;
                ratings[n].Error -= row->Shift + (row->Own - row->OwnBefore) * others;
                ratings[n].Sum = others + row->Own;
            }
        }
    }

    private void ForRatings(Action<int, int> pass)
    {
        int threads = Threads;
        if (threads == 1)
        {
            pass(0, design.Count);
            return;
        }

        Parallel.For(
            0,
            threads,
            parallel,
            part => pass((int)((long)design.Count * part / threads), (int)((long)design.Count * (part + 1) / threads))
        );
    }

    private void ForRows(DesignBlock block, Action<int, int> pass)
    {
        int threads = Threads;
        if (threads == 1)
        {
            pass(0, block.RowCount);
            return;
        }

        // Shares of the ratings, not of the rows.
        Parallel.For(0, threads, parallel, part => pass(RowAt(block, part, threads), RowAt(block, part + 1, threads)));
    }

    private int Threads => design.Count < LeastParallel ? 1 : Math.Max(1, parallel.MaxDegreeOfParallelism);

    private static int RowAt(DesignBlock block, int part, int parts)
    {
        if (part == parts)
        {
            return block.RowCount;
        }

        int target = (int)((long)block.Order.Length * part / parts);
        int found = block.RowStarts.AsSpan(0, block.RowCount).BinarySearch(target);
        return found >= 0 ? found : ~found;
    }
}
