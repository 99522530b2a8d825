using System.Text.Json;

namespace Matinee.Client;

/// <summary>What the server has loaded.</summary>
public sealed record ModelFacts
{
    /// <summary>Tells which model answers: the name of a version, or a short hash.</summary>
    public string ModelId
    {
        get => field ?? "";
        init;
    }

    /// <summary>When it began to answer there; null from servers that do not say.</summary>
    public DateTimeOffset? ServedSince { get; init; }

    /// <summary>The kind of model, such as <c>ease</c>.</summary>
    public string Model
    {
        get => field ?? "";
        init;
    }

    /// <summary>What orders the lists: the model itself, or <c>popularity</c> where it only predicts ratings.</summary>
    public string RankedBy
    {
        get => field ?? "";
        init;
    }

    /// <summary>What predicts ratings: the model itself, or <c>bias</c> where it only ranks.</summary>
    public string RatingsBy
    {
        get => field ?? "";
        init;
    }

    /// <summary>The version of Matinee that trained it.</summary>
    public string TrainedWith
    {
        get => field ?? "";
        init;
    }

    /// <summary><c>all</c> ratings, or <c>train+validation</c>.</summary>
    public string FittedOn
    {
        get => field ?? "";
        init;
    }

    public DatasetFacts? Dataset { get; init; }

    /// <summary>The chosen options, in the words of the configuration file.</summary>
    public JsonElement? Options { get; init; }

    /// <summary>What the options were chosen by; null where nothing was held out.</summary>
    public SelectionFacts? Selection { get; init; }

    /// <summary>How good it is on held-out ratings, beside the baselines; null where the server knows no evaluation of it.</summary>
    public Evaluation? Evaluation { get; init; }

    /// <summary>How the lists of this model and those before it did with the people who saw them, the last shown first.</summary>
    public IReadOnlyList<OnlineQuality> Online
    {
        get => field ?? [];
        init;
    }

    /// <summary>Every genre, the most frequent first.</summary>
    public IReadOnlyList<GenreCount> Genres
    {
        get => field ?? [];
        init;
    }

    /// <summary>At most six users of the training data whose tastes differ.</summary>
    public IReadOnlyList<int> ExampleUsers
    {
        get => field ?? [];
        init;
    }

    /// <summary>Whether users of the training data are known.</summary>
    public bool HasHistories { get; init; }

    /// <summary>Movies added since.</summary>
    public int AddedMovies { get; init; }

    /// <summary><c>tmdb</c> where <see cref="MatineeClient.GetPosterAsync"/> has posters; <c>generated</c> where clients must draw them.</summary>
    public string Posters
    {
        get => field ?? "";
        init;
    }

    /// <summary>The version of the server.</summary>
    public string Version
    {
        get => field ?? "";
        init;
    }
}

/// <param name="Hash">Of the dataset's files.</param>
/// <param name="Layout">Of the raw data.</param>
/// <param name="Simulated">Whether no person gave these ratings.</param>
/// <param name="RankedMovies">Movies with enough ratings to be ranked.</param>
/// <param name="CatalogMovies">All known movies.</param>
/// <param name="FittedRatings">Ratings that the model learned from.</param>
public sealed record DatasetFacts(
    string Hash,
    string Layout,
    bool Simulated,
    int Users,
    int RankedMovies,
    int CatalogMovies,
    int FittedRatings
);

/// <param name="Metric">On the validation part, such as <c>ndcg@10</c>.</param>
/// <param name="Value">The chosen candidate's.</param>
/// <param name="Candidates">How many there were.</param>
public sealed record SelectionFacts(string Metric, double Value, int Candidates);

/// <summary>What <c>evaluate</c> found out.</summary>
/// <param name="Split">How the test part was chosen, such as <c>user-temporal</c>.</param>
/// <param name="Users">Of the dataset.</param>
/// <param name="TestRatings">Ratings that were held out.</param>
/// <param name="Models">The model first, then the baselines.</param>
public sealed record Evaluation(string Split, int Users, int TestRatings, IReadOnlyList<EvaluatedModel> Models);

/// <param name="Figures">In the order of the report.</param>
public sealed record EvaluatedModel(string Model, IReadOnlyList<Figure> Figures);

/// <param name="Metric">Such as <c>ndcg</c> or <c>rmse</c>.</param>
/// <param name="K">Length of the list; null where it is not of lists.</param>
/// <param name="Low">Lower end of the 95% bootstrap interval; null where there is none.</param>
/// <param name="High">Upper end.</param>
public sealed record Figure(string Metric, int? K, double Value, double? Low, double? High);

/// <param name="Movies">That have it.</param>
public sealed record GenreCount(string Genre, int Movies);

/// <param name="Status"><c>live</c>, <c>ready</c> or <c>stopping</c>.</param>
public sealed record Health(string Status);
