namespace Matinee.Data.Raw;

/// <summary>One row of a raw file, of whatever format; its columns are known by their position in the reader's list.</summary>
internal interface IRawRow
{
    /// <summary>The text; empty where an optional column is missing. To be read once.</summary>
    ReadOnlySpan<char> Text(int column);

    /// <summary>Reports the row as bad; always false.</summary>
    bool Fail(int column, ReadOnlySpan<char> value, string reason);
}
