using System.Runtime.InteropServices;

namespace Matinee.Data.Folders;

/// <summary>A type, as Arrow's C data interface lays it out (arrow.apache.org/docs/format/CDataInterface.html).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ArrowSchema
{
    public byte* Format;
    public byte* Name;
    public byte* Metadata;
    public long Flags;
    public long ChildCount;
    public ArrowSchema** Children;
    public ArrowSchema* Dictionary;
    public delegate* unmanaged<ArrowSchema*, void> Release;
    public void* Own;
}

/// <summary>Values of a type; of a table, one array for each column.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ArrowArray
{
    public long Length;
    public long NullCount;
    public long Offset;
    public long BufferCount;
    public long ChildCount;
    public void** Buffers;
    public ArrowArray** Children;
    public ArrowArray* Dictionary;
    public delegate* unmanaged<ArrowArray*, void> Release;
    public void* Own;
}

/// <summary>Arrays one after another; one without <see cref="ArrowArray.Release"/> ends them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ArrowStream
{
    public delegate* unmanaged<ArrowStream*, ArrowSchema*, int> GetSchema;
    public delegate* unmanaged<ArrowStream*, ArrowArray*, int> GetNext;
    public delegate* unmanaged<ArrowStream*, byte*> GetLastError;
    public delegate* unmanaged<ArrowStream*, void> Release;
    public void* Own;
}
