using System.Runtime.InteropServices;
using Matinee.Core.Interactions;

namespace Matinee.Core.Artifacts;

/// <summary>
/// Everything known about the training data's users: all parts of the split, so that a served list never repeats a
/// movie that the user has rated. Detachable: a bundle works without it, for visitors who bring their ratings.
/// </summary>
public sealed class BundleHistories
{
    public const string Folder = "histories";
    private const string FileName = "histories.safetensors";

    private readonly Lazy<InteractionMatrix> ratings;
    private readonly HistoryFile? file;
    private readonly bool[] fittedWhole;

    /// <param name="file">Where single histories are read; null: <paramref name="ratings"/> are in memory.</param>
    private BundleHistories(UserMap users, Lazy<InteractionMatrix> ratings, HistoryFile? file, bool[] fittedWhole)
    {
        Users = users;
        this.ratings = ratings;
        this.file = file;
        this.fittedWhole = fittedWhole;
    }

    public UserMap Users { get; }

    /// <summary>Users × ranked items: all ratings that are known.</summary>
    internal InteractionMatrix Ratings => ratings.Value;

    /// <param name="fitted">The parts that the model has learned from.</param>
    public static BundleHistories FromDataset(Dataset dataset, IReadOnlyCollection<SplitPart> fitted)
    {
        var fittedWhole = new bool[dataset.Users.Count];
        Array.Fill(fittedWhole, true);
        for (int n = 0; n < dataset.Ratings.Count; n++)
        {
            fittedWhole[dataset.Ratings.Users[n]] &= fitted.Contains(dataset.Ratings.Parts[n]);
        }

        var ratings = new Lazy<InteractionMatrix>(dataset.Matrix(Enum.GetValues<SplitPart>()));
        return new BundleHistories(dataset.Users, ratings, null, fittedWhole);
    }

    /// <summary>A known user's history; it carries its training row only while the two are equal.</summary>
    public bool TryGet(UserId id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out UserHistory? history)
    {
        if (!Users.TryGetIndex(id, out UserIndex row))
        {
            history = null;
            return false;
        }

        history = file is null ? Ratings.History(row) : file.Read(row);
        if (!fittedWhole[row.Value])
        {
            history = history.WithoutRow();
        }

        return true;
    }

    public void Write(string bundleFolder)
    {
        var tensors = new SafetensorsWriter();
        // The widest first, so that all are aligned and can stay in the file.
        tensors.Add(HistoryFile.Timestamps, Ratings.TimestampMemory);
        tensors.Add(HistoryFile.Items, Ratings.ColumnMemory);
        tensors.Add(HistoryFile.Ratings, Ratings.ValueMemory);
        tensors.Add("user_ids", Users.IdByIndex.ToArray());
        tensors.Add("row_starts", Ratings.RowStarts.ToArray());
        tensors.Add("fitted_whole", MemoryMarshal.Cast<bool, byte>(fittedWhole).ToArray());
        string folder = Path.Combine(bundleFolder, Folder);
        Directory.CreateDirectory(folder);
        using FileStream stream = File.Create(Path.Combine(folder, FileName));
        tensors.Write(stream);
    }

    /// <summary>Null where the bundle was published without histories.</summary>
    public static BundleHistories? Read(string bundleFolder, int itemCount, TensorMapping mapping = TensorMapping.Large)
    {
        string path = Path.Combine(bundleFolder, Folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        // Closed with the last reference to the histories, where they are read from it.
        var tensors = new SafetensorsReader(path, mapping);
        try
        {
            return Read(path, tensors, itemCount);
        }
        catch
        {
            tensors.Dispose();
            throw;
        }
    }

    private static BundleHistories Read(string path, SafetensorsReader tensors, int itemCount)
    {
        int[] rowStarts = tensors.Ints("row_starts");
        var file = new HistoryFile(path, tensors, rowStarts);
        var users = new UserMap(tensors.Ints("user_ids"));
        bool[] fittedWhole = Array.ConvertAll(tensors.Bytes("fitted_whole"), flag => flag != 0);
        if (rowStarts.Length != users.Count + 1 || fittedWhole.Length != users.Count)
        {
            throw HistoryFile.Misfit(path);
        }

        if (tensors.StaysInFile(HistoryFile.Items))
        {
            return new BundleHistories(users, new(Whole), file, fittedWhole);
        }

        InteractionMatrix whole = Whole();
        tensors.Dispose();
        return new BundleHistories(users, new(whole), null, fittedWhole);

        InteractionMatrix Whole() =>
            new(
                rowStarts,
                tensors.MapInts(HistoryFile.Items),
                tensors.MapFloats(HistoryFile.Ratings),
                tensors.MapLongs(HistoryFile.Timestamps),
                itemCount
            );
    }
}
