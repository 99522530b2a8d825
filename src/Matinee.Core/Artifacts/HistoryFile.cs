using Matinee.Core.Interactions;

namespace Matinee.Core.Artifacts;

/// <summary>
/// Histories of a bundle, read one at a time when asked for: a server needs few of them, and their file's pages in the system's
/// cache serve all processes. They are not mapped, since a page that was once looked at would count as the process's own.
/// </summary>
internal sealed class HistoryFile
{
    public const string Items = "items";
    public const string Ratings = "ratings";
    public const string Timestamps = "timestamps";

    private readonly SafetensorsReader tensors;
    private readonly int[] rowStarts;

    /// <param name="tensors">Stays open.</param>
    /// <param name="rowStarts">Length users + 1; user r's entries are rowStarts[r] .. rowStarts[r + 1].</param>
    /// <exception cref="MatineeException">The tensors do not fit each other.</exception>
    public HistoryFile(string path, SafetensorsReader tensors, int[] rowStarts)
    {
        this.tensors = tensors;
        this.rowStarts = rowStarts;
        bool fits =
            rowStarts is [0, ..]
            && new[] { Items, Ratings, Timestamps }.All(name =>
                tensors.Shape(name) is [var length] && length == rowStarts[^1]
            );
        for (int row = 1; row < rowStarts.Length; row++)
        {
            fits &= rowStarts[row] >= rowStarts[row - 1];
        }

        // Reading nothing checks types and places.
        if (
            !fits
            || tensors.Ints(Items, 0, 0).Length
                + tensors.Floats(Ratings, 0, 0).Length
                + tensors.Longs(Timestamps, 0, 0).Length
                > 0
        )
        {
            throw Misfit(path);
        }
    }

    public static MatineeException Misfit(string path) =>
        new($"{path} is damaged: its tensors do not fit each other. Train the model again, or restore the file.");

    /// <exception cref="MatineeException">The file was cut short meanwhile.</exception>
    public UserHistory Read(UserIndex user)
    {
        int start = rowStarts[user.Value];
        int length = rowStarts[user.Value + 1] - start;
        return new UserHistory(
            tensors.Ints(Items, start, length),
            tensors.Floats(Ratings, start, length),
            tensors.Longs(Timestamps, start, length),
            user
        );
    }
}
