using System.Runtime.ExceptionServices;

namespace Matinee.Data.Raw;

/// <summary>A stream of which the next pieces have been read already.</summary>
/// <param name="failure">What went wrong in reading <paramref name="rest"/>, told when the pieces are used up.</param>
internal sealed class JoinedStream(
    Queue<ReadOnlyMemory<byte>> pieces,
    Stream rest,
    ExceptionDispatchInfo? failure = null
) : ForwardStream
{
    private ReadOnlyMemory<byte> piece;

    public override int Read(Span<byte> buffer)
    {
        while (piece.IsEmpty && pieces.TryDequeue(out piece)) { }

        if (piece.IsEmpty)
        {
            failure?.Throw();
            return rest.Read(buffer);
        }

        int count = Math.Min(piece.Length, buffer.Length);
        piece.Span[..count].CopyTo(buffer);
        piece = piece[count..];
        return count;
    }
}
