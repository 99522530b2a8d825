namespace Matinee.Imports.Reading;

/// <summary>How much an import may ask for; what asks for more is refused with a message that says which and how much.</summary>
public sealed record ImportLimits
{
    /// <summary>Bytes of the uploaded file, packed as it comes; default 16 MiB, some twenty times a busy person's export.</summary>
    public long FileBytes { get; init; } = 16 << 20;

    /// <summary>Bytes of all that is read of it, unpacked; default 64 MiB.</summary>
    public long UnpackedBytes { get; init; } = 64 << 20;

    /// <summary>Files in an archive or folder; default 20 000, a large library's <c>.nfo</c> files.</summary>
    public int Entries { get; init; } = 20_000;

    /// <summary>Rows in all, skipped ones counted; default 200 000.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>Letters of one field; default 1 000 000, where a long review has 20 000.</summary>
    public int FieldLetters { get; init; } = 1_000_000;
}
