namespace Matinee.Client;

/// <summary>The versions of the model folder, and the last retraining.</summary>
public sealed record ModelHistory
{
    /// <summary>What answers.</summary>
    public string ModelId
    {
        get => field ?? "";
        init;
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<ModelVersion> Versions
    {
        get => field ?? [];
        init;
    }

    /// <summary>Null where the server has not started any since it runs.</summary>
    public Retraining? LastRetrain { get; init; }

    /// <summary>When the next one begins; null where none is planned.</summary>
    public DateTimeOffset? NextRetrain { get; init; }
}

/// <summary>A model of the model folder.</summary>
/// <param name="Version">Its name; <c>first</c> for the one that was there before there was a history.</param>
/// <param name="ModelId">What <see cref="ModelFacts.ModelId"/> is while it answers.</param>
/// <param name="Current">Whether it is the one that the folder says shall answer.</param>
/// <param name="Model">The kind of model, such as <c>ease</c>.</param>
/// <param name="DatasetHash">Of the dataset's files.</param>
/// <param name="FittedOn"><c>all</c> ratings, or <c>train+validation</c>.</param>
/// <param name="FittedRatings">Ratings that it learned from.</param>
/// <param name="Selection">What its options were chosen by; null where nothing was held out.</param>
public sealed record ModelVersion(
    string Version,
    string ModelId,
    bool Current,
    DateTimeOffset AddedAt,
    string Model,
    string DatasetHash,
    string FittedOn,
    int FittedRatings,
    SelectionFacts? Selection
);

/// <summary>What answers now.</summary>
/// <param name="Before">The id of what answered before; the same where nothing had to change.</param>
/// <param name="Model">The kind of model, such as <c>ease</c>.</param>
/// <param name="DatasetHash">Of the dataset's files.</param>
/// <param name="FittedOn"><c>all</c> ratings, or <c>train+validation</c>.</param>
/// <param name="FittedRatings">Ratings that it learned from.</param>
/// <param name="ServedSince">When it began to answer.</param>
public sealed record ModelSwitch(
    string ModelId,
    string Before,
    string Model,
    string DatasetHash,
    string FittedOn,
    int FittedRatings,
    DateTimeOffset ServedSince
);

/// <summary>A retraining that the server started.</summary>
/// <param name="EndedAt">Null while it runs.</param>
/// <param name="Outcome"><c>running</c>, <c>succeeded</c>, <c>refused</c> (the new model is worse) or <c>failed</c>.</param>
/// <param name="Message">The last line that it said.</param>
public sealed record Retraining(DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Outcome, string Message);
