namespace Matinee.Data.Preparation;

/// <summary>Goes through a long span on all cores, in fixed pieces.</summary>
internal static unsafe class SpanPieces
{
    private const int PieceLength = 1 << 20;

    /// <param name="piece">Values that lie together.</param>
    /// <param name="first">The position of the first of them in the whole.</param>
    public delegate void Visitor<T>(Span<T> piece, int first);

    public static void ForEach<T>(Span<T> values, Visitor<T> visit)
        where T : unmanaged
    {
        int length = values.Length;
        fixed (T* start = values)
        {
            // A local of its own, because what is fixed can't be captured; it lasts as long, for the loop ends in here.
            T* whole = start;
            Parallel.For(
                0,
                (int)(((long)length + PieceLength - 1) / PieceLength),
                n =>
                {
                    int first = n * PieceLength;
                    visit(new Span<T>(whole + first, Math.Min(PieceLength, length - first)), first);
                }
            );
        }
    }
}
