namespace Matinee.Data.Raw;

/// <summary>How the lines of a file without a header are made.</summary>
/// <param name="Separator">Between fields; there are no quotes to hide one.</param>
/// <param name="Columns">All of them, by the names that messages use.</param>
internal sealed record PlainFormat(string Separator, params string[] Columns)
{
    /// <summary>
    /// The column of free text, which may hold the separator: fields before it are taken from the left, fields after it
    /// from the right, and the rest of the line is its own. Null where a separator is always a separator.
    /// </summary>
    public int? FreeColumn { get; init; }

    /// <summary>Whether the encoding matters; false for files of numbers, which are spared the look.</summary>
    public bool HasText { get; init; } = true;
}
