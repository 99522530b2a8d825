namespace Matinee.Core.Artifacts;

/// <summary>
/// The bundles of a model folder: one in the folder itself, which is the first version, and those below <c>versions/</c>;
/// <c>current.json</c> says which one answers. A folder without a history is a history of one.
/// </summary>
/// <param name="path">What <c>--model-path</c> names.</param>
public sealed partial class ModelHistory(string path)
{
    public const string VersionsFolder = "versions";

    private readonly string versions = System.IO.Path.Combine(path, VersionsFolder);

    public string Path => path;

    /// <summary>Whether there is more to it than a plain bundle.</summary>
    public bool Exists =>
        Directory.Exists(versions) || File.Exists(System.IO.Path.Combine(path, CurrentVersion.FileName));

    /// <summary>The folder of the bundle that answers: <paramref name="path"/> itself where it has no history.</summary>
    /// <exception cref="MatineeException">The history is damaged.</exception>
    public static string Resolve(string path) => new ModelHistory(path).CurrentOrPlain().Folder;

    /// <summary>The version that answers; the folder itself where there is no history, and even where it is no model.</summary>
    /// <exception cref="MatineeException">The history is damaged.</exception>
    public ModelVersion CurrentOrPlain() => Exists ? Current() : new ModelVersion(ModelVersion.First, path);

    /// <summary>All of them, the first one first, then by time.</summary>
    public IReadOnlyList<ModelVersion> Versions()
    {
        IEnumerable<ModelVersion> first = ModelBundle.IsBundle(path)
            ? [new ModelVersion(ModelVersion.First, path)]
            : [];
        IEnumerable<string> folders = Directory.Exists(versions) ? Directory.EnumerateDirectories(versions) : [];
        return
        [
            .. first,
            .. folders
                .Select(folder => new ModelVersion(System.IO.Path.GetFileName(folder), folder))
                // What is being written, or was not written to its end.
                .Where(version => version.Name[0] != '.' && ModelBundle.IsBundle(version.Folder))
                .OrderBy(version => version.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The version that answers. Where nothing says which, it is the bundle in the folder itself: nothing was switched yet; and else
    /// the latest.
    /// </summary>
    /// <exception cref="MatineeException">There is none, or the one that is named is gone.</exception>
    public ModelVersion Current()
    {
        if (CurrentVersion.Read(path) is { } current)
        {
            return Named(current.Version)
                ?? throw new MatineeException(
                    $"{System.IO.Path.Combine(path, CurrentVersion.FileName)} names version '{current.Version}', which is "
                        + $"not there. {ChooseAnother}"
                );
        }

        IReadOnlyList<ModelVersion> all = Versions();
        return all.Count == 0
            ? throw new MatineeException(
                $"{path} is not a model: it has neither a bundle nor versions. Train one with 'matinee train', or pass "
                    + "--model-path."
            )
            : all.FirstOrDefault(version => version.Name == ModelVersion.First) ?? all[^1];
    }

    /// <summary>When the current version was made current; null where it was never switched.</summary>
    public DateTimeOffset? CurrentSince() => CurrentVersion.Read(path)?.Since;

    /// <summary>The version that a rollback goes back to: the one that answered before the current one; null where there is none.</summary>
    public ModelVersion? Previous()
    {
        ModelVersion current = Current();
        if (CurrentVersion.Read(path) is { } state)
        {
            return state
                .Before.Reverse()
                .Select(Named)
                .FirstOrDefault(version => version is not null && version != current);
        }

        return Versions().TakeWhile(version => version.Name != current.Name).LastOrDefault();
    }

    /// <exception cref="MatineeException">There is no such version.</exception>
    public ModelVersion Find(string name)
    {
        string[] names = [.. Versions().Select(version => version.Name)];
        return Named(name)
            ?? throw new MatineeException(
                names.Length == 0
                    ? $"{path} has no versions: it is not a model folder. Train a model with 'matinee train', or pass another --model-path."
                    : $"{path} has no version '{name}'; it has {string.Join(", ", names)}. {ChooseAnother}"
            );
    }

    /// <summary>The latest version that is the same bundle as the one in a folder, by the SHA-256 of the manifest; null where none is.</summary>
    public ModelVersion? SameAs(string folder)
    {
        string hash = ManifestHash(folder);
        return Versions().LastOrDefault(version => ManifestHash(version.Folder) == hash);
    }

    private static string ManifestHash(string folder) =>
        FileHashes.Sha256(System.IO.Path.Combine(folder, ModelBundle.ManifestFile));

    private string ChooseAnother => $"'matinee models history --model-path {path}' lists them.";

    // By what is there: a name never becomes a path.
    private ModelVersion? Named(string name) => Versions().FirstOrDefault(version => version.Name == name);
}
