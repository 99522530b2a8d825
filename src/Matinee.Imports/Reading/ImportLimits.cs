namespace Matinee.Imports.Reading;

/// <summary>How much is read before a file is refused: what people export stays far below.</summary>
public sealed record ImportLimits
{
    public static readonly ImportLimits Default = new();

    /// <summary>Of a file as it comes, in bytes. Default 16 MiB.</summary>
    public int FileBytes { get; init; } = 16 << 20;

    /// <summary>Of everything that is read of an archive or folder, unpacked, in bytes. Default 64 MiB.</summary>
    public int UnpackedBytes { get; init; } = 64 << 20;

    /// <summary>Entries of an archive or files of a folder tree. Default 100 000.</summary>
    public int Entries { get; init; } = 100_000;

    /// <summary>Data rows in all. Default 200 000.</summary>
    public int Rows { get; init; } = 200_000;
}
