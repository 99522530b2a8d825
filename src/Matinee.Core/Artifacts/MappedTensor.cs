using System.Buffers;
using System.Runtime.CompilerServices;

namespace Matinee.Core.Artifacts;

/// <summary>A tensor where it lies in a mapped file. Keeps the file mapped; writing to it ends the process.</summary>
internal sealed unsafe class MappedTensor<T> : MemoryManager<T>
    where T : unmanaged
{
    private readonly MappedFile file;
    private readonly T* start;
    private readonly int length;

    /// <param name="offset">Bytes from the start of the file; <paramref name="length"/> elements lie within it.</param>
    public MappedTensor(MappedFile file, long offset, int length)
    {
        this.file = file;
        start = (T*)(file.Pointer + offset);
        this.length = length;
    }

    public override Span<T> GetSpan() => new(start, length);

    // The handle holds this object, which holds the file.
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)length, nameof(elementIndex));
        GC.KeepAlive(file);
        return new MemoryHandle(start + elementIndex, default, this);
    }

    public override void Unpin() { }

    /// <summary>Whether the tensor's elements are where their type may lie.</summary>
    public static bool IsAligned(MappedFile file, long offset) =>
        (nuint)(file.Pointer + offset) % (nuint)Unsafe.SizeOf<T>() == 0;

    protected override void Dispose(bool disposing) { }
}
