using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Matinee.Core.Artifacts;

/// <summary>
/// A file's bytes, read-only, as pages that all processes share and the system may drop and read again. They outlive the file's
/// name: renaming or deleting it changes nothing. Cutting it short in place does: whoever touches a lost page ends the process.
/// </summary>
internal sealed unsafe class MappedFile
{
    // A span keeps nothing alive: whoever still reads one when the last owner is gone has so long to end.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly MemoryMappedViewAccessor view;

    private MappedFile(MemoryMappedViewAccessor view, long length)
    {
        this.view = view;
        Length = length;
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        Pointer = pointer;
    }

    // What it holds has no other owner, so it can be used here still.
    ~MappedFile() => Task.Delay(Grace).ContinueWith(_ => Unmap(), TaskScheduler.Default);

    /// <summary>Of the first byte, at the start of a page; holds for as long as this object is kept.</summary>
    public byte* Pointer { get; }

    public long Length { get; }

    /// <summary>Whether a file there keeps its bytes until it is unmapped, whatever becomes of its name.</summary>
    public static bool IsSafe(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        try
        {
            return new DriveInfo(Path.GetFullPath(path)).DriveType != DriveType.Network;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <param name="file">Open for reading; may be closed afterwards.</param>
    /// <returns>Null where it is empty, or the system does not map it.</returns>
    public static MappedFile? TryOpen(SafeFileHandle file)
    {
        long length = RandomAccess.GetLength(file);
        if (length == 0)
        {
            return null;
        }

        try
        {
            using var mapping = MemoryMappedFile.CreateFromFile(
                file,
                mapName: null,
                capacity: 0,
                MemoryMappedFileAccess.Read,
                HandleInheritability.None,
                leaveOpen: true
            );
            return new MappedFile(mapping.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Unmap()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
    }
}
