namespace Matinee.Client;

/// <summary>Kinds of problem, to compare <see cref="MatineeApiException.Type"/> with.</summary>
public static class ProblemTypes
{
    /// <summary>A value in the path, the query or the body; <see cref="MatineeApiException.Errors"/> names it.</summary>
    public const string Validation = "urn:matinee:problem:validation";
    public const string MalformedJson = "urn:matinee:problem:malformed-json";
    public const string MalformedRequest = "urn:matinee:problem:malformed-request";

    /// <summary>No valid key was sent: <see cref="MatineeClientOptions.ApiKey"/>.</summary>
    public const string Unauthorized = "urn:matinee:problem:unauthorized";

    /// <summary>The key is valid, and its scope or the user that it is bound to does not open this.</summary>
    public const string Forbidden = "urn:matinee:problem:forbidden";
    public const string WrongOrigin = "urn:matinee:problem:wrong-origin";

    /// <summary>The server is reached by a name that it was not told.</summary>
    public const string WrongHost = "urn:matinee:problem:wrong-host";
    public const string UnknownUser = "urn:matinee:problem:unknown-user";
    public const string UnknownMovie = "urn:matinee:problem:unknown-movie";

    /// <summary>TMDB has none of the movie, or the server may not ask.</summary>
    public const string NoPoster = "urn:matinee:problem:no-poster";
    public const string UnknownRoute = "urn:matinee:problem:unknown-route";
    public const string MethodNotAllowed = "urn:matinee:problem:method-not-allowed";
    public const string SlowRequest = "urn:matinee:problem:slow-request";
    public const string UnknownKey = "urn:matinee:problem:unknown-key";
    public const string RetrainRunning = "urn:matinee:problem:retrain-running";

    /// <summary>The server was not told how to train.</summary>
    public const string NoRetrain = "urn:matinee:problem:no-retrain";

    /// <summary>A model is damaged or of another version; the one before it goes on answering.</summary>
    public const string UnusableModel = "urn:matinee:problem:unusable-model";

    /// <summary>The file is nothing that can be imported; <see cref="MatineeApiException.Detail"/> says why.</summary>
    public const string UnreadableImport = "urn:matinee:problem:unreadable-import";

    /// <summary>The preview showed something else: ask for a new one.</summary>
    public const string ImportChanged = "urn:matinee:problem:import-changed";
    public const string MovieExists = "urn:matinee:problem:movie-exists";
    public const string BodyTooLarge = "urn:matinee:problem:body-too-large";
    public const string UnsupportedMediaType = "urn:matinee:problem:unsupported-media-type";
    public const string RateLimited = "urn:matinee:problem:rate-limited";

    /// <summary>A bug of the server.</summary>
    public const string Internal = "urn:matinee:problem:internal";

    /// <summary>TMDB failed.</summary>
    public const string PosterSource = "urn:matinee:problem:poster-source";
    public const string Unavailable = "urn:matinee:problem:unavailable";
    public const string Timeout = "urn:matinee:problem:timeout";
}
