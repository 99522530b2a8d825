using Matinee.Core.Catalog;
using Matinee.Data.Raw;

namespace Matinee.Data;

/// <summary>One person's ratings as CSV: <c>movieId,rating</c> and optionally <c>timestamp</c>, with a header.</summary>
public static class RatingsFile
{
    private static readonly string[] Columns = ["movieId", "rating", "timestamp?", "userId?"];

    /// <summary>Reads the file as a history over a catalogue's ranked movies.</summary>
    /// <param name="warn">Told what could not be used.</param>
    /// <exception cref="MatineeException">A row is malformed, or nothing in the file is known to the model.</exception>
    public static UserHistory ReadHistory(string path, MovieCatalog catalog, Action<string> warn)
    {
        // Keyed by index, so that the history ascends; a later rating of the same movie wins, as in preprocessing.
        var ratings = new SortedDictionary<int, (float Rating, long Timestamp)>();
        var unknown = new List<int>();
        string? owner = null;
        int rows = 0;
        var reading = RawReading.OfOwnFiles();
        CsvTable.Read(
            RawFile.At(path),
            Columns,
            reading,
            row =>
            {
                long timestamp = 0;
                if (
                    row.TryId(0, out int movie)
                    && row.TryRating(1, out float rating)
                    && (row.Text(2).IsEmpty || row.TryTimestamp(2, out timestamp))
                )
                {
                    rows++;
                    owner = SameOwner(path, owner, row.Text(3).Trim().ToString());
                    if (
                        !catalog.Items.TryGetIndex(new ItemId(movie), out ItemIndex item)
                        || item.Value >= catalog.RankedCount
                    )
                    {
                        unknown.Add(movie);
                    }
                    else if (!ratings.TryGetValue(item.Value, out var earlier) || earlier.Timestamp <= timestamp)
                    {
                        ratings[item.Value] = (rating, timestamp);
                    }
                }
            }
        );
        Judge(path, rows, unknown, warn);
        return new UserHistory(
            ratings.Keys.ToArray(),
            ratings.Values.Select(entry => entry.Rating).ToArray(),
            ratings.Values.Select(entry => entry.Timestamp).ToArray()
        );
    }

    private static string SameOwner(string path, string? owner, string next) =>
        owner is null || owner == next
            ? next
            : throw new MatineeException(
                $"{path} holds ratings of more than one user ({Excerpt.Of(owner)} and {Excerpt.Of(next)}). Keep one person's lines."
            );

    private static void Judge(string path, int rows, List<int> unknown, Action<string> warn)
    {
        if (rows == 0)
        {
            throw new MatineeException($"{path} holds no ratings. Add lines of movieId,rating below the header.");
        }

        if (unknown.Count == rows)
        {
            throw new MatineeException(
                $"None of the {rows} movies in {path} is known to the model (the first is {unknown[0]}). "
                    + "Movie ids must be those of the data that the model was trained on."
            );
        }

        if (unknown.Count > 0)
        {
            const int Shown = 5;
            string list = string.Join(", ", unknown.Take(Shown)) + (unknown.Count > Shown ? ", ..." : "");
            warn($"{unknown.Count} of {rows} movies in {path} are not known to the model and were left out: {list}");
        }
    }
}
