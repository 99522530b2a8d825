using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Models.Selection;
using Matinee.Core.Ranking;

namespace Matinee.Core.Artifacts;

/// <summary>
/// A folder that recommends on its own: the model, the two baselines that every bundle carries (popularity for people
/// without a history, bias for predicted ratings), the catalogue and, unless detached, the users' histories.
/// </summary>
public sealed record ModelBundle(
    BundleManifest Manifest,
    IModel Model,
    PopularityModel Popularity,
    BiasModel Bias,
    MovieCatalog Catalog,
    BundleHistories? Histories
)
{
    public const string ManifestFile = "manifest.json";
    private const int IdDigits = 12;
    private const string CatalogFileName = "catalog.jsonl";
    private const string ComponentsFolder = "components";

    // Above it, hashing is felt: half a second for a gigabyte.
    private const long LargeBytes = 64 << 20;

    private Func<Task>? historyCheck;

    /// <summary>What is kept of how the model was trained.</summary>
    public const string TrainingFolder = "training";

    /// <summary>What a person should know of a model that was published; no part of what the manifest lists.</summary>
    public const string CardFile = "MODEL_CARD.md";

    /// <summary>Tells two bundles apart: the version's name, or a short hash of the manifest; empty for one that was not loaded.</summary>
    public string Id { get; private init; } = "";

    /// <summary>What a bundle looks like on disk.</summary>
    public static FolderKind Folder { get; } =
        new(
            IsBundle,
            [ManifestFile, CatalogFileName, ComponentsFolder, BundleHistories.Folder, TrainingFolder, CardFile]
        );

    private const string Remedy = "Train the model again, or restore the folder from a copy.";

    public static string MatineeVersion { get; } =
        typeof(ModelBundle)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "unknown";

    /// <summary>What a finished training run hands on.</summary>
    public static ModelBundle From(Dataset dataset, TrainingPlan plan, TrainedModel trained, TrainingContext context)
    {
        SplitPart[] fitted = plan.FittedParts;
        InteractionMatrix matrix = dataset.Matrix(fitted);
        BundleSelection? selection = trained.Chosen.Value is { } value
            ? new BundleSelection(
                plan.MetricName,
                value,
                [.. trained.Trials.Select(trial => new BundleTrial(plan.Kind.ToJson(trial.Options), trial.Value ?? 0))]
            )
            : null;
        var manifest = new BundleManifest
        {
            MatineeVersion = MatineeVersion,
            Model = trained.Model.Kind,
            FittedOn = plan.FitOn == FitOn.All ? BundleManifest.FittedOnAll : BundleManifest.FittedOnTrainValidation,
            Dataset = new BundleDataset(
                dataset.Manifest.Hash,
                dataset.Manifest.Source.Layout,
                dataset.Manifest.Source.Simulated,
                dataset.Users.Count,
                dataset.Catalog.RankedCount,
                dataset.Catalog.Count,
                matrix.EntryCount
            ),
            Preparation = new BundlePreparation(dataset.Manifest.Thresholds, dataset.Manifest.Split),
            Seed = context.Seed,
            StartedFrom = context.Start?.Origin,
            Options = plan.Kind.ToJson(trained.Chosen.Options),
            Selection = selection,
        };
        return new ModelBundle(
            manifest,
            trained.Model,
            trained.Model as PopularityModel ?? PopularityModel.Train(matrix),
            trained.Model as BiasModel ?? BiasModel.Train(matrix, new BiasOptions()),
            dataset.Catalog,
            BundleHistories.FromDataset(dataset, fitted)
        );
    }

    /// <summary>An engine over the bundle's model.</summary>
    public Recommender Recommender() =>
        Model is IRanker ranker
            ? new Recommender(ranker, Popularity, Model as IRatingPredictor ?? Bias, Catalog)
            : throw new MatineeException($"Model '{Model.Kind}' predicts ratings but does not rank movies.");

    /// <summary>Says why the engine recommends what it does.</summary>
    public Explainer Explainer() =>
        Model is IRanker ranker
            ? new Explainer(ranker, Popularity, Manifest.Dataset.Users, Catalog)
            : throw new MatineeException($"Model '{Model.Kind}' predicts ratings but does not rank movies.");

    /// <summary>
    /// The bundle with more movies behind its own. A model that knows movies by what they say places them; any other stays, and
    /// they are in the catalogue only.
    /// </summary>
    /// <param name="encode">By the model's <see cref="IContentModel.TextEncoder"/>; null where that is not there: then a model that needs it places nothing.</param>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public ModelBundle WithMovies(IReadOnlyList<Movie> added, TextEncoding? encode = null)
    {
        MovieCatalog catalog = Catalog.With(added);
        bool placed =
            Model is IContentModel { CanPlace: true } places && (places.TextEncoder is null || encode is not null);
        return this with
        {
            Catalog = catalog,
            Model = placed ? ((IContentModel)Model).WithMovies(catalog, encode) : Model,
        };
    }

    /// <summary>How a history's owner would rate a movie; null where the bundle can't tell, having no ratings of it to go by.</summary>
    /// <param name="timestamp">When, seconds since 1970 UTC; null: any day.</param>
    public RatingForecast? Forecast(UserHistory history, ItemIndex item, long? timestamp = null)
    {
        IRatingPredictor predictor = Model as IRatingPredictor ?? Bias;
        if (item.Value >= predictor.ItemCount)
        {
            return null;
        }

        var predictions = new RatingPrediction[1];
        if (predictor is not IRatingDistributionPredictor distributions)
        {
            predictor.Predict(history, [item.Value], predictions);
            return new RatingForecast(predictions[0], null);
        }

        var probabilities = new float[distributions.Levels.Count];
        ReadOnlySpan<long> times = timestamp is { } time ? [time] : [];
        distributions.PredictDistributions([history], [1], [item.Value], times, predictions, probabilities);
        return new RatingForecast(
            predictions[0],
            [.. distributions.Levels.Zip(probabilities, (stars, part) => new LevelProbability(stars, part))]
        );
    }

    /// <summary>Writes the bundle whole or not at all; a bundle in the way is replaced.</summary>
    /// <param name="training">Texts for <see cref="TrainingFolder"/> by file name; null for none.</param>
    public void Write(string path, IReadOnlyDictionary<string, string>? training = null) =>
        AtomicFolder.Write(
            path,
            Folder,
            folder =>
            {
                WriteComponent(folder, Model);
                WriteComponent(folder, Popularity);
                WriteComponent(folder, Bias);
                CatalogFile.Write(Path.Combine(folder, CatalogFileName), Catalog);
                Histories?.Write(folder);
                WriteTraining(folder, training ?? new Dictionary<string, string>());
                BundleManifest complete = Manifest with { Files = FileHashes.OfFolder(folder) };
                File.WriteAllText(
                    Path.Combine(folder, ManifestFile),
                    JsonSerializer.Serialize(complete, BundleJson.Default.BundleManifest) + "\n"
                );
            }
        );

    /// <summary>Whether a folder is a bundle, of whatever version.</summary>
    public static bool IsBundle(string path)
    {
        string file = Path.Combine(path, ManifestFile);
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
            return json.RootElement.TryGetProperty("fittedOn", out _)
                && json.RootElement.TryGetProperty("model", out _);
        }
        catch (Exception exception)
            when (exception is IOException or JsonException or InvalidOperationException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Loads and checks a bundle: of a folder with a history, the current version.</summary>
    /// <exception cref="MatineeException">It is missing, damaged, too new, or of a kind not in <paramref name="kinds"/>.</exception>
    public static ModelBundle Load(string path, ModelKinds kinds, TensorMapping mapping = TensorMapping.Large) =>
        LoadFolder(ModelHistory.Resolve(path), kinds, mapping);

    /// <summary>Loads and checks the bundle of a version.</summary>
    /// <exception cref="MatineeException">The same.</exception>
    public static ModelBundle Load(ModelVersion version, ModelKinds kinds) =>
        LoadFolder(version.Folder, kinds, TensorMapping.Large);

    /// <summary>
    /// Loads a bundle for a server that is to answer soon: the checksums of large histories, which take longer than all the rest, are
    /// left to <see cref="CheckHistoriesAsync"/>.
    /// </summary>
    /// <exception cref="MatineeException">As of <see cref="Load(string, ModelKinds, TensorMapping)"/>.</exception>
    public static ModelBundle LoadForServing(string path, ModelKinds kinds) => LoadForServing(path, kinds, LargeBytes);

    /// <param name="laterFrom">Of a file of the histories, in bytes.</param>
    internal static ModelBundle LoadForServing(string path, ModelKinds kinds, long laterFrom) =>
        LoadFolder(ModelHistory.Resolve(path), kinds, TensorMapping.Large, laterFrom);

    /// <summary>Compares the checksums that <see cref="LoadForServing(string, ModelKinds)"/> left.</summary>
    /// <exception cref="MatineeException">A file differs.</exception>
    public Task CheckHistoriesAsync() => historyCheck?.Invoke() ?? Task.CompletedTask;

    private static ModelBundle LoadFolder(
        string path,
        ModelKinds kinds,
        TensorMapping mapping,
        long historiesLaterFrom = long.MaxValue
    )
    {
        // Read once, so that the id is of the very manifest that the files are checked by.
        byte[] text = ManifestBytes(path);
        BundleManifest manifest = Parse(path, text);
        // Side by side, the longest first: a server is ready the sooner.
        Task<MovieCatalog> catalog = Task.Run(() =>
            CatalogFile.Read(Path.Combine(path, CatalogFileName), manifest.Dataset.RankedMovies)
        );
        Task<IModel> loading = Task.Run(() => LoadComponent(path, manifest.Model, kinds, mapping));
        Task<BundleHistories?> histories = Task.Run(() =>
            BundleHistories.Read(path, manifest.Dataset.RankedMovies, mapping)
        );
        ILookup<bool, KeyValuePair<string, string>> files = manifest.Files.ToLookup(file =>
            BundleFiles.IsHistory(file.Key) && BytesOf(Path.Combine(path, file.Key)) >= historiesLaterFrom
        );
        Task check = Check(files[false]);
        Task.WhenAll(check, catalog, loading, histories)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)
            .GetAwaiter()
            .GetResult();
        // First, because that a file is damaged says more than what it did to its reader.
        check.GetAwaiter().GetResult();
        IModel model = loading.GetAwaiter().GetResult();
        return new ModelBundle(
            manifest,
            model,
            model as PopularityModel ?? (PopularityModel)LoadComponent(path, "popularity", kinds, mapping),
            model as BiasModel ?? (BiasModel)LoadComponent(path, "bias", kinds, mapping),
            catalog.GetAwaiter().GetResult(),
            histories.GetAwaiter().GetResult()
        )
        {
            Id = IdOf(path, text),
            historyCheck = () => Check(files[true]),
        };

        Task Check(IEnumerable<KeyValuePair<string, string>> some) =>
            Task.Run(() => FileHashes.Check(path, some, BundleFiles.IsHistory, Remedy));
    }

    /// <summary>The manifest of a bundle: of a folder with a history, the current version's.</summary>
    public static BundleManifest ReadManifest(string path)
    {
        path = ModelHistory.Resolve(path);
        return Parse(path, ManifestBytes(path));
    }

    /// <summary>The manifest of a version.</summary>
    public static BundleManifest ReadManifest(ModelVersion version) =>
        Parse(version.Folder, ManifestBytes(version.Folder));

    /// <summary>The catalogue alone, for what needs no model: quicker than <see cref="Load(string, ModelKinds, TensorMapping)"/>, and its checksum is not compared.</summary>
    /// <exception cref="MatineeException">There is no bundle, or its catalogue can't be read.</exception>
    public static MovieCatalog ReadCatalog(string path)
    {
        path = ModelHistory.Resolve(path);
        string file = Path.Combine(path, CatalogFileName);
        int ranked = Parse(path, ManifestBytes(path)).Dataset.RankedMovies;
        return File.Exists(file)
            ? CatalogFile.Read(file, ranked)
            : throw new MatineeException($"{path} has no {CatalogFileName}. {Remedy}");
    }

    /// <summary>The <see cref="Id"/> that the bundle in a folder would have.</summary>
    /// <param name="folder">Of one bundle.</param>
    public static string ReadId(string folder) => IdOf(folder, ManifestBytes(folder));

    private static long BytesOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private static string IdOf(string folder, byte[] manifest)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string name = Path.GetFileName(full);
        // A name that was given by hand says nothing of what lies there.
        return
            ModelVersion.TimeOf(name) is not null
            && Path.GetFileName(Path.GetDirectoryName(full)) == ModelHistory.VersionsFolder
            ? name
            : Convert.ToHexStringLower(SHA256.HashData(manifest))[..IdDigits];
    }

    private static byte[] ManifestBytes(string path)
    {
        string file = Path.Combine(path, ManifestFile);
        if (!File.Exists(file))
        {
            string reason = Directory.Exists(path) ? $"has no {ManifestFile}" : "does not exist";
            throw new MatineeException(
                $"{path} is not a model: the folder {reason}. {NearbyModels.Sentence(path)}Train one with 'matinee train', or pass --model-path."
            );
        }

        return File.ReadAllBytes(file);
    }

    private static BundleManifest Parse(string path, byte[] text)
    {
        string file = Path.Combine(path, ManifestFile);
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            int version = json.RootElement.GetProperty("schemaVersion").GetInt32();
            if (version != BundleManifest.CurrentSchemaVersion)
            {
                throw new MatineeException(
                    $"{path} has bundle schema {version}; this Matinee reads {BundleManifest.CurrentSchemaVersion}. "
                        + (
                            version > BundleManifest.CurrentSchemaVersion
                                ? "Update Matinee, or train the model again."
                                : "Train the model again."
                        )
                );
            }

            return json.Deserialize(BundleJson.Default.BundleManifest) ?? throw new JsonException("It is empty.");
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new MatineeException($"{file} is not a model's manifest: {exception.Message} {Remedy}", exception);
        }
    }

    private static void WriteTraining(string folder, IReadOnlyDictionary<string, string> texts)
    {
        foreach ((string name, string text) in texts)
        {
            Directory.CreateDirectory(Path.Combine(folder, TrainingFolder));
            File.WriteAllText(Path.Combine(folder, TrainingFolder, name), text);
        }
    }

    private static void WriteComponent(string folder, IModel model)
    {
        var writer = new ComponentWriter();
        model.Save(writer);
        writer.Write(ComponentFolder(folder, model.Kind));
    }

    private static IModel LoadComponent(string path, string name, ModelKinds kinds, TensorMapping mapping)
    {
        if (!kinds.TryGet(name, out ModelKind? kind))
        {
            throw new MatineeException(
                $"{path} holds a model of kind '{name}', which this program does not know "
                    + $"(it knows {string.Join(", ", kinds.Names)}). Update Matinee."
            );
        }

        string folder = ComponentFolder(path, name);
        if (!Directory.Exists(folder))
        {
            throw new MatineeException($"{folder} is missing. {Remedy}");
        }

        using var reader = new ComponentReader(folder, mapping);
        return kind.Load(reader);
    }

    private static string ComponentFolder(string folder, string name) => Path.Combine(folder, ComponentsFolder, name);
}
