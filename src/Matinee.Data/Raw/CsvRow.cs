using nietras.SeparatedValues;

namespace Matinee.Data.Raw;

/// <summary>One row of a CSV file, quotes undone.</summary>
/// <param name="linesBefore">Lines of the file before those that <paramref name="row"/> counts.</param>
internal readonly ref struct CsvRow(
    SepReader.Row row,
    string file,
    string[] names,
    int[] positions,
    int linesBefore,
    RawReading reading
) : IRawRow
{
    private readonly SepReader.Row row = row;

    public ReadOnlySpan<char> Text(int column) => positions[column] < 0 ? default : row[positions[column]].Span;

    public bool Fail(int column, ReadOnlySpan<char> value, string reason)
    {
        reading.Report(new BadRow(file, linesBefore + row.LineNumberFrom, names[column], value.ToString(), reason));
        return false;
    }
}
