namespace Matinee.Api.Problems;

/// <summary>The kinds of problem that there are; their <see cref="Type"/> is part of the API and stays.</summary>
internal sealed record ProblemKind(string Name, int Status, string Title)
{
    public static readonly ProblemKind Validation = new("validation", 400, "A value is not valid.");
    public static readonly ProblemKind MalformedJson = new(
        "malformed-json",
        400,
        "The body is not the JSON it must be."
    );
    public static readonly ProblemKind MalformedRequest = new("malformed-request", 400, "The request is not HTTP.");
    public static readonly ProblemKind Unauthorized = new("unauthorized", 401, "A valid key is needed.");
    public static readonly ProblemKind Forbidden = new("forbidden", 403, "The key does not open this.");
    public static readonly ProblemKind WrongOrigin = new("wrong-origin", 403, "The page may not ask for this.");
    public static readonly ProblemKind UnknownUser = new("unknown-user", 404, "There is no such user.");
    public static readonly ProblemKind UnknownMovie = new("unknown-movie", 404, "There is no such movie.");
    public static readonly ProblemKind NoPoster = new("no-poster", 404, "There is no poster.");
    public static readonly ProblemKind UnknownRoute = new("unknown-route", 404, "There is nothing at this address.");
    public static readonly ProblemKind Method = new(
        "method-not-allowed",
        405,
        "The address does not take this method."
    );
    public static readonly ProblemKind RequestTimeout = new("slow-request", 408, "The request arrived too slowly.");
    public static readonly ProblemKind UnknownKey = new("unknown-key", 404, "There is no such key.");
    public static readonly ProblemKind MovieExists = new("movie-exists", 409, "The movie is there already.");
    public static readonly ProblemKind ImportChanged = new(
        "import-changed",
        409,
        "The import is not what was previewed."
    );
    public static readonly ProblemKind RetrainRunning = new("retrain-running", 409, "A retraining runs already.");
    public static readonly ProblemKind NoRetrain = new("no-retrain", 409, "This server can't retrain.");
    public static readonly ProblemKind TooLarge = new("body-too-large", 413, "The body is too large.");
    public static readonly ProblemKind MediaType = new(
        "unsupported-media-type",
        415,
        "The body is of another type than it must be."
    );
    public static readonly ProblemKind UnreadableImport = new("unreadable-import", 422, "The file can't be imported.");
    public static readonly ProblemKind UnusableModel = new("unusable-model", 422, "The model can't be used.");
    public static readonly ProblemKind WrongHost = new("wrong-host", 421, "The server has another name.");
    public static readonly ProblemKind RateLimited = new("rate-limited", 429, "Too many requests.");
    public static readonly ProblemKind Internal = new("internal", 500, "The server failed.");
    public static readonly ProblemKind PosterSource = new("poster-source", 502, "TMDB can't be asked now.");
    public static readonly ProblemKind Unavailable = new("unavailable", 503, "The server can't answer now.");
    public static readonly ProblemKind Timeout = new("timeout", 504, "The answer took too long.");

    public string Type => $"urn:matinee:problem:{Name}";

    public Problem With(string? detail, IReadOnlyDictionary<string, string[]>? errors = null) =>
        new()
        {
            Type = Type,
            Title = Title,
            Status = Status,
            Detail = detail,
            Errors = errors,
        };

    public ProblemException Because(string detail) => new(With(detail));
}
