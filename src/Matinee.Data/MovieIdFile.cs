using Matinee.Data.Raw;

namespace Matinee.Data;

/// <summary>Movies as a CSV with a column <c>movieId</c> below a header; other columns may stand beside it.</summary>
public static class MovieIdFile
{
    private static readonly string[] Columns = ["movieId"];

    /// <exception cref="MatineeException">There is no such column, or a row holds no id.</exception>
    public static ItemId[] Read(string path) => Read(path, RawReading.OfOwnFiles());

    internal static ItemId[] Read(string path, RawReading reading)
    {
        var ids = new List<ItemId>();
        CsvTable.Read(
            RawFile.At(path),
            Columns,
            reading,
            row =>
            {
                if (row.TryId(0, out int movie))
                {
                    ids.Add(new ItemId(movie));
                }
            }
        );
        return [.. ids];
    }
}
