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

    private readonly InteractionMatrix ratings;
    private readonly bool[] fittedWhole;

    private BundleHistories(UserMap users, InteractionMatrix ratings, bool[] fittedWhole)
    {
        Users = users;
        this.ratings = ratings;
        this.fittedWhole = fittedWhole;
    }

    public UserMap Users { get; }

    /// <summary>Users × ranked items: all ratings that are known.</summary>
    internal InteractionMatrix Ratings => ratings;

    /// <param name="fitted">The parts that the model has learned from.</param>
    public static BundleHistories FromDataset(Dataset dataset, IReadOnlyCollection<SplitPart> fitted)
    {
        var fittedWhole = new bool[dataset.Users.Count];
        Array.Fill(fittedWhole, true);
        for (int n = 0; n < dataset.Ratings.Count; n++)
        {
            fittedWhole[dataset.Ratings.Users[n]] &= fitted.Contains(dataset.Ratings.Parts[n]);
        }

        return new BundleHistories(dataset.Users, dataset.Matrix(Enum.GetValues<SplitPart>()), fittedWhole);
    }

    /// <summary>A known user's history; it carries its training row only while the two are equal.</summary>
    public bool TryGet(UserId id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out UserHistory? history)
    {
        if (!Users.TryGetIndex(id, out UserIndex row))
        {
            history = null;
            return false;
        }

        history = ratings.History(row);
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
        tensors.Add("timestamps", ratings.TimestampMemory);
        tensors.Add("items", ratings.ColumnMemory);
        tensors.Add("ratings", ratings.ValueMemory);
        tensors.Add("user_ids", Users.IdByIndex.ToArray());
        tensors.Add("row_starts", ratings.RowStarts.ToArray());
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

        using var tensors = new SafetensorsReader(path, mapping);
        var ratings = new InteractionMatrix(
            tensors.Ints("row_starts"),
            tensors.MapInts("items"),
            tensors.MapFloats("ratings"),
            tensors.MapLongs("timestamps"),
            itemCount
        );
        bool[] fittedWhole = Array.ConvertAll(tensors.Bytes("fitted_whole"), flag => flag != 0);
        return new BundleHistories(new UserMap(tensors.Ints("user_ids")), ratings, fittedWhole);
    }
}
