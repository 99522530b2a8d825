using System.Runtime.InteropServices;
using Matinee.Core.Numerics;
using Matinee.Data.Preparation;

namespace Matinee.Data.Raw;

/// <summary>
/// A long column outside of the garbage collector's memory: it grows without a copy, goes back at once, and lies in
/// pages of 2 MiB where the system has them. It frees nothing on its own.
/// </summary>
internal sealed unsafe class NativeColumn<T> : IDisposable
    where T : unmanaged
{
    private T* start;

    /// <summary>In values; those that were never written cost no memory.</summary>
    public int Capacity { get; private set; }

    /// <summary>The first values.</summary>
    public Span<T> First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)Capacity, nameof(count));
        return new Span<T>(start, count);
    }

    public void Resize(int capacity)
    {
        nuint bytes = (nuint)capacity * (nuint)sizeof(T);
        start = (T*)NativeMemory.Realloc(start, bytes);
        Capacity = capacity;
        LargePages.Advise(start, bytes);
    }

    /// <summary>A copy of the first values.</summary>
    public T[] ToArray(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Capacity);
        T[] copy = LargePages.Array<T>(count);
        SpanPieces.ForEach<T>(copy, (piece, first) => new Span<T>(start + first, piece.Length).CopyTo(piece));
        return copy;
    }

    public void Dispose()
    {
        NativeMemory.Free(start);
        start = null;
        Capacity = 0;
    }
}
