namespace Matinee.Data.Raw;

/// <summary>Where a CSV file's columns stand, as its first line says.</summary>
/// <param name="Names">The columns that are wanted, without the <c>?</c> of optional ones.</param>
/// <param name="Positions">Their positions in a row; −1 where an optional column is missing.</param>
/// <param name="Width">Fields in a row.</param>
internal sealed record CsvHeader(string[] Names, int[] Positions, int Width)
{
    public static string[] NamesOf(string[] columns) => [.. columns.Select(column => column.TrimEnd('?'))];

    /// <exception cref="MatineeException">A column is missing.</exception>
    public static CsvHeader Locate(string file, string[] columns, string[] found)
    {
        string[] names = NamesOf(columns);
        var positions = new int[columns.Length];
        for (int n = 0; n < columns.Length; n++)
        {
            positions[n] = Array.FindIndex(found, text => text.Equals(names[n], StringComparison.OrdinalIgnoreCase));
            if (positions[n] < 0 && !columns[n].EndsWith('?'))
            {
                throw new MatineeException(
                    $"{file} has no column '{names[n]}': its first line reads '{Excerpt.Of(string.Join(',', found))}'. "
                        + $"It should name {string.Join(", ", columns.Where(column => !column.EndsWith('?')))}."
                );
            }
        }

        return new CsvHeader(names, positions, found.Length);
    }
}
