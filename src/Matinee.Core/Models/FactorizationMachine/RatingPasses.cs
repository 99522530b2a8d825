namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Carries what the ratings know of linear weights to the rows of a block, and what the rows have decided back. Each row is summed
/// in one order by one thread, so results are the same at any number of threads.
/// </summary>
internal sealed unsafe class RatingPasses(Design design, ParallelOptions parallel)
{
    // Below this a thread costs more than it saves.
    private const int LeastParallel = 20_000;

    private const int PieceLength = 1 << 16;

    /// <summary>Sums Errors and Count of every row, and forgets its shift.</summary>
    public void GatherErrors(DesignBlock block, RatingState* ratings, RowSums* rows) =>
        ForRows(block, (first, end) => GatherErrors(block, ratings, rows, first, end));

    /// <summary>Takes the rows' shifts from their ratings' errors.</summary>
    public void ScatterShifts(DesignBlock block, RatingState* ratings, RowSums* rows) =>
        ForRatings((first, end) => ScatterShifts(block, ratings, rows, first, end));

    /// <summary>A sum over all ratings, of pieces that are the same at any number of threads.</summary>
    /// <param name="sum">From a first rating to the one after the last.</param>
    public double Sum(Func<int, int, double> sum)
    {
        var sums = new double[(design.Count + PieceLength - 1) / PieceLength];
        Parallel.For(
            0,
            sums.Length,
            parallel,
            piece => sums[piece] = sum(piece * PieceLength, Math.Min(design.Count, (piece + 1) * PieceLength))
        );
        return sums.Sum();
    }

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
