using System.Globalization;

namespace Matinee.Data.Folders;

internal static class SkippedRowsCsv
{
    public static void Write(string path, IEnumerable<BadRow> rows)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("file,line,field,value,reason");
        foreach (BadRow row in rows)
        {
            string line = row.Line.ToString(CultureInfo.InvariantCulture);
            writer.WriteLine(
                string.Join(',', new[] { row.File, line, row.Field, row.Value, row.Reason }.Select(CsvCell.Of))
            );
        }
    }
}
