namespace Matinee.Imports.Reading;

/// <summary>A data row, its cells by their columns' names.</summary>
internal sealed class CsvLine(ImportPlace place, string[] cells, Dictionary<string, int> columns)
{
    public ImportPlace Place { get; } = place;

    /// <summary>The cell, trimmed; empty where there is no such column.</summary>
    public string this[string column] => columns.TryGetValue(column, out int n) ? cells[n].Trim() : "";

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>The whole row, shortened, for people.</summary>
    public string Excerpt => Reading.Excerpt.Of(string.Join(',', cells));
}
