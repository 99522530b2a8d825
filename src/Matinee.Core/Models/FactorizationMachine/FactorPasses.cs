using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Carries a factor through the ratings, block after block: each pass reads the ratings once and in their order, brings them up to
/// date with one block's rows, and adds what they then know to the rows of the next. Millions of ratings are read as they lie;
/// random is the access to rows alone, which are few. Sums are of fixed pieces of the ratings, so they are the same at any number
/// of threads.
/// </summary>
internal sealed unsafe class FactorPasses : IDisposable
{
    // Below this a thread costs more than it saves; more pieces would take longer to add up.
    private const int LeastPiece = 10_000;
    private const int MostPieces = 8;

    private readonly Design design;
    private readonly ParallelOptions parallel;
    private readonly int pieces;
    private readonly int mostRows;

    // Pieces × rows: Σ e, Σ o, Σ o e, Σ o².
    private readonly Sums* sums;

    public FactorPasses(Design design, ParallelOptions parallel)
    {
        this.design = design;
        this.parallel = parallel;
        pieces = Math.Clamp(design.Count / LeastPiece, 1, MostPieces);
        mostRows = design.Blocks.Max(block => block.RowCount);
        sums = (Sums*)NativeMemory.AlignedAlloc((nuint)pieces * (nuint)mostRows * (nuint)sizeof(Sums), 64);
    }

    /// <summary>Sets every rating's sum from the rows' own ones, and sums up what the first block's rows know.</summary>
    /// <param name="own">By block and row.</param>
    public void Begin(double*[] own, RatingState* ratings, RowSums* rows)
    {
        Parallel.For(0, pieces, parallel, piece => Begin(own, ratings, piece));
        Finish(0, own[0], rows);
    }

    /// <summary>Brings the ratings up to date with a block, and sums up what the next block's rows know.</summary>
    /// <param name="own">Of the next block, by row.</param>
    public void Carry(int block, RowSums* from, double* own, RatingState* ratings, RowSums* to)
    {
        Parallel.For(0, pieces, parallel, piece => Carry(block, from, own, ratings, piece));
        Finish(block + 1, own, to);
    }

    /// <summary>Brings the ratings up to date with the last block.</summary>
    public void End(RowSums* rows, RatingState* ratings) =>
        Parallel.For(0, pieces, parallel, piece => End(rows, ratings, piece));

    public void Dispose() => NativeMemory.AlignedFree(sums);

    // Ratings of one row stand together in the first block, and often in that of the days: their sums stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Begin(double*[] own, RatingState* ratings, int piece)
    {
        Sums* target = Cleared(piece, 0);
        int blocks = own.Length;
        double* ownFirst = own[0];
        double* ownSecond = blocks > 1 ? own[1] : null;
        double* ownThird = blocks > 2 ? own[2] : null;
        fixed (
            int* first = design.Blocks[0].RowOf,
                second = blocks > 1 ? design.Blocks[1].RowOf : null,
                third = blocks > 2 ? design.Blocks[2].RowOf : null
        )
        {
            int at = 0;
            Vector128<double> plain = target->Plain;
            Vector128<double> products = target->Products;
            int end = Start(piece + 1);
            for (int n = Start(piece); n < end; n++)
            {
                double others = second is null ? 0 : ownSecond[second[n]];
                others += third is null ? 0 : ownThird[third[n]];
                for (int other = 3; other < blocks; other++)
                {
                    others += own[other][design.Blocks[other].RowOf[n]];
                }

                int row = first[n];
                ratings[n].Sum = others + ownFirst[row];
                if (row != at)
                {
                    target[at] = new Sums(plain, products);
                    (plain, products) = (target[row].Plain, target[row].Products);
                    at = row;
                }

                Vector128<double> pair = Vector128.Create(ratings[n].Error, others);
                plain += pair;
                products += pair * others;
            }

            target[at] = new Sums(plain, products);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Carry(int block, RowSums* from, double* own, RatingState* ratings, int piece)
    {
        Sums* target = Cleared(piece, block + 1);
        fixed (
            int* rowOf = design.Blocks[block].RowOf,
                nextOf = design.Blocks[block + 1].RowOf
        )
        {
            int at = 0;
            Vector128<double> plain = target->Plain;
            Vector128<double> products = target->Products;
            int end = Start(piece + 1);
            for (int n = Start(piece); n < end; n++)
            {
                RatingState rating = ratings[n];
                Update(ref rating, from + rowOf[n]);
                ratings[n] = rating;
                int row = nextOf[n];
                if (row != at)
                {
                    target[at] = new Sums(plain, products);
                    (plain, products) = (target[row].Plain, target[row].Products);
                    at = row;
                }

                double others = rating.Sum - own[row];
                Vector128<double> pair = Vector128.Create(rating.Error, others);
                plain += pair;
                products += pair * others;
            }

            target[at] = new Sums(plain, products);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void End(RowSums* rows, RatingState* ratings, int piece)
    {
        fixed (int* rowOf = design.Blocks[^1].RowOf)
        {
            int end = Start(piece + 1);
            for (int n = Start(piece); n < end; n++)
            {
                Update(ref ratings[n], rows + rowOf[n]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Update(ref RatingState rating, RowSums* row)
    {
        double others = rating.Sum - row->OwnBefore;
        rating.Error -= row->Shift + (row->Own - row->OwnBefore) * others;
        rating.Sum = others + row->Own;
    }

    private int Start(int piece) => (int)((long)design.Count * piece / pieces);

    private Sums* Cleared(int piece, int block)
    {
        Sums* target = sums + (nint)piece * mostRows;
        new Span<Sums>(target, design.Blocks[block].RowCount).Clear();
        return target;
    }

    // Piece after piece.
    private void Finish(int number, double* own, RowSums* rows)
    {
        DesignBlock block = design.Blocks[number];
        int parts = Math.Min(pieces, Math.Max(1, block.RowCount));
        Parallel.For(
            0,
            parts,
            parallel,
            part =>
            {
                int end = (int)((long)block.RowCount * (part + 1) / parts);
                for (int row = (int)((long)block.RowCount * part / parts); row < end; row++)
                {
                    Sums all = sums[row];
                    for (int piece = 1; piece < pieces; piece++)
                    {
                        Sums* other = sums + (nint)piece * mostRows + row;
                        all.Plain += other->Plain;
                        all.Products += other->Products;
                    }

                    rows[row] = new RowSums
                    {
                        Own = own[row],
                        OwnBefore = own[row],
                        Count = block.RowStarts[row + 1] - block.RowStarts[row],
                        Errors = all.Plain.GetElement(0),
                        Others = all.Plain.GetElement(1),
                        OthersErrors = all.Products.GetElement(0),
                        OthersSquared = all.Products.GetElement(1),
                    };
                }
            }
        );
    }

    /// <param name="Plain">Σ e and Σ o.</param>
    /// <param name="Products">Σ o e and Σ o².</param>
    private record struct Sums(Vector128<double> Plain, Vector128<double> Products);
}
