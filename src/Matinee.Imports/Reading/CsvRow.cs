using Matinee.Core;
using nietras.SeparatedValues;

namespace Matinee.Imports.Reading;

/// <summary>A row of a table; fields by their columns' names.</summary>
internal readonly ref struct CsvRow(
    SepReader.Row row,
    ImportFile file,
    Dictionary<string, int> columns,
    ImportLimits limits
)
{
    private readonly SepReader.Row row = row;

    /// <summary>The line on which the row begins.</summary>
    public ImportPlace Place => new(file.Name, row.LineNumberFrom);

    /// <summary>Trimmed, line breaks as spaces; empty where there is no such column.</summary>
    /// <param name="key">As <see cref="CsvHeader.Key"/> makes them: <c>yourrating</c>.</param>
    /// <exception cref="MatineeException">It is longer than allowed.</exception>
    public string this[string key]
    {
        get
        {
            if (!columns.TryGetValue(key, out int column))
            {
                return "";
            }

            ReadOnlySpan<char> field = row[column].Span;
            if (field.Length > limits.FieldLetters)
            {
                throw new MatineeException(
                    $"{Place}: a field has {field.Length} letters; {limits.FieldLetters} are as many as are read. "
                        + "Shorten it, or look for a quotation mark left open."
                );
            }

            return field.Trim().ToString().ReplaceLineEndings(" ");
        }
    }

    /// <summary>The first of these that isn't empty.</summary>
    public string First(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (this[key] is { Length: > 0 } field)
            {
                return field;
            }
        }

        return "";
    }
}
