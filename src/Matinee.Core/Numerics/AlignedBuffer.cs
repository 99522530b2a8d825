using System.Runtime.InteropServices;

namespace Matinee.Core.Numerics;

/// <summary>Floats outside the garbage collector's heap, on a cache line: vector loads never straddle two lines.</summary>
internal sealed unsafe class AlignedBuffer : IDisposable
{
    private const nuint LineBytes = 64;

    public AlignedBuffer(long length)
    {
        Pointer = (float*)NativeMemory.AlignedAlloc((nuint)length * sizeof(float), LineBytes);
    }

    ~AlignedBuffer() => Free();

    public float* Pointer { get; private set; }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
    }
}
