using System.Text.Json;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Api.Contracts;

/// <summary>What is loaded.</summary>
public sealed record ModelAnswer
{
    /// <summary>Tells which model answers: the name of a version, or a short hash of the bundle's manifest.</summary>
    public required string ModelId { get; init; }

    /// <summary>When it began to answer here, seconds since 1970 UTC.</summary>
    public required long ServedSince { get; init; }

    /// <summary>The kind of model, such as <c>ease</c>.</summary>
    public required string Model { get; init; }

    /// <summary>What orders the lists: the model itself, or <c>popularity</c> where it only predicts ratings.</summary>
    public required string RankedBy { get; init; }

    /// <summary>What predicts ratings: the model itself, or <c>bias</c> where it only ranks.</summary>
    public required string RatingsBy { get; init; }

    /// <summary>The version of Matinee that trained it.</summary>
    public required string TrainedWith { get; init; }

    /// <summary><c>all</c> ratings, or <c>train+validation</c>.</summary>
    public required string FittedOn { get; init; }

    public required DatasetAnswer Dataset { get; init; }

    /// <summary>The chosen options, in the words of the configuration file.</summary>
    public required JsonElement Options { get; init; }

    /// <summary>What the options were chosen by; null where nothing was held out.</summary>
    public required SelectionAnswer? Selection { get; init; }

    /// <summary>How good it is on held-out ratings, beside the baselines; null where the server knows no evaluation of it.</summary>
    public required EvaluationAnswer? Evaluation { get; init; }

    /// <summary>
    /// How the lists of this model and those before it did with the people who saw them, the last shown first; up to ten seconds old.
    /// </summary>
    public required IReadOnlyList<OnlineAnswer> Online { get; init; }

    /// <summary>Every genre, the most frequent first.</summary>
    public required IReadOnlyList<GenreCount> Genres { get; init; }

    /// <summary>At most six users of the training data whose tastes differ; empty where they are not known here.</summary>
    public required IReadOnlyList<int> ExampleUsers { get; init; }

    /// <summary>Whether users of the training data are known here.</summary>
    public required bool HasHistories { get; init; }

    /// <summary>Movies added since.</summary>
    public required int AddedMovies { get; init; }

    /// <summary><c>tmdb</c> where <c>GET /api/movies/{movie_id}/poster</c> has posters; <c>generated</c> where clients must draw them.</summary>
    public required string Posters { get; init; }

    /// <summary>The version of this server.</summary>
    public required string Version { get; init; }
}

/// <param name="Hash">Of the dataset's files.</param>
/// <param name="Layout">Of the raw data.</param>
/// <param name="Simulated">Whether no person gave these ratings.</param>
/// <param name="RankedMovies">Movies with enough ratings to be ranked.</param>
/// <param name="CatalogMovies">All known movies.</param>
/// <param name="FittedRatings">Ratings that the model learned from.</param>
public sealed record DatasetAnswer(
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
public sealed record SelectionAnswer(string Metric, double Value, int Candidates);

/// <summary>What <c>evaluate</c> found out.</summary>
/// <param name="Split">How the test part was chosen, such as <c>user-temporal</c>.</param>
/// <param name="Users">Of the dataset.</param>
/// <param name="TestRatings">Ratings that were held out.</param>
/// <param name="Models">The model first, then the baselines.</param>
public sealed record EvaluationAnswer(string Split, int Users, int TestRatings, IReadOnlyList<EvaluatedModel> Models);

/// <param name="Figures">In the order of the report.</param>
public sealed record EvaluatedModel(string Model, IReadOnlyList<FigureAnswer> Figures);

/// <param name="Metric">Such as <c>ndcg</c> or <c>rmse</c>.</param>
/// <param name="K">Length of the list; null where it is not of lists.</param>
/// <param name="Low">Lower end of the 95% bootstrap interval; null where there is none.</param>
/// <param name="High">Upper end.</param>
public sealed record FigureAnswer(string Metric, int? K, double Value, double? Low, double? High)
{
    internal static FigureAnswer Of(Figure figure) =>
        new(figure.Metric, figure.K, figure.Value, figure.Low, figure.High);
}

/// <param name="Movies">That have it.</param>
public sealed record GenreCount(string Genre, int Movies);

/// <param name="Status"><c>live</c>, <c>ready</c> or <c>stopping</c>.</param>
public sealed record HealthAnswer(string Status);
