using System.Buffers;

namespace Matinee.Data;

/// <summary>How a text stands in a CSV file (RFC 4180).</summary>
public static class CsvCell
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\n\r");

    /// <summary>The text as a cell: in quotes only where it needs them, as MovieLens writes it.</summary>
    public static string Of(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
