namespace Matinee.Core.Artifacts;

/// <summary>Which tensors of a file stay in it, to be read through the page cache, instead of being copied into memory.</summary>
public enum TensorMapping
{
    /// <summary>
    /// Those of at least <see cref="SafetensorsReader.LargeBytes"/>, where the file's bytes stay for as long as it is mapped: not on
    /// Windows, which would let no one replace or delete it, nor on a network's file system, where another machine can take it away.
    /// </summary>
    Large,

    /// <summary>None.</summary>
    Never,

    /// <summary>Every one that is aligned.</summary>
    Always,
}
