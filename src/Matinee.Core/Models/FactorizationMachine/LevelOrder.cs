using System.Runtime.Intrinsics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// The ratings of each level together, in pieces of fixed length: four at a time have the same bounds, and what is summed per
/// piece is the same at any number of threads.
/// </summary>
internal sealed class LevelOrder
{
    private const int PieceLength = 8_192;
    private readonly int[] ratings;
    private readonly Piece[] pieces;

    public LevelOrder(byte[] levelOf)
    {
        var order = new List<int>(levelOf.Length);
        var found = new List<Piece>();
        foreach (IGrouping<byte, int> level in Enumerable.Range(0, levelOf.Length).GroupBy(n => levelOf[n]))
        {
            foreach (int[] piece in level.Chunk(PieceLength))
            {
                found.Add(new Piece(level.Key, order.Count, order.Count + piece.Length));
                order.AddRange(piece);
                while (order.Count % LevelIntervals.Count != 0)
                {
                    order.Add(piece[^1]);
                }
            }
        }

        ratings = [.. order];
        pieces = [.. found];
    }

    public int PieceCount => pieces.Length;

    /// <summary>The four ratings from place n of the order on; past a piece's end its last one stands again.</summary>
    public ReadOnlySpan<int> Four(int n) => ratings.AsSpan(n, LevelIntervals.Count);

    public void For(ParallelOptions parallel, Action<int, Piece> body)
    {
        if (pieces.Length < 3 || parallel.MaxDegreeOfParallelism == 1)
        {
            for (int number = 0; number < pieces.Length; number++)
            {
                body(number, pieces[number]);
            }

            return;
        }

        Parallel.For(0, pieces.Length, parallel, number => body(number, pieces[number]));
    }

    /// <param name="First">Of the order's places, a multiple of four.</param>
    internal readonly record struct Piece(int Level, int First, int End)
    {
        /// <summary>The values of the four places from n on, those past the end as 0.</summary>
        public Vector256<double> Counted(int n, Vector256<double> values) =>
            n + LevelIntervals.Count <= End
                ? values
                : values & Vector256.LessThan(Vector256.Create(0.0, 1, 2, 3), Vector256.Create((double)(End - n)));
    }
}
