namespace Matinee.Data.Raw;

/// <summary>One line of a file without a header.</summary>
internal readonly ref struct PlainRow(
    ReadOnlySpan<char> line,
    ReadOnlySpan<Range> fields,
    int number,
    string file,
    string[] names,
    RawReading reading
) : IRawRow
{
    private readonly ReadOnlySpan<char> line = line;
    private readonly ReadOnlySpan<Range> fields = fields;

    public ReadOnlySpan<char> Text(int column) => line[fields[column]];

    public bool Fail(int column, ReadOnlySpan<char> value, string reason)
    {
        reading.Report(new BadRow(file, number, names[column], value.ToString(), reason));
        return false;
    }
}
