namespace Matinee.Api.Contracts;

/// <summary>Which bundle shall answer.</summary>
public sealed record ModelSwitchBody
{
    /// <summary>
    /// A version of the history, or <c>previous</c> for the one that answered before. Absent: whatever is current in the model
    /// folder, which is read again.
    /// </summary>
    public string? Version { get; init; }
}

/// <summary>What answers now.</summary>
public sealed record ModelSwitchAnswer
{
    public required string ModelId { get; init; }

    /// <summary>The id of what answered before; the same where nothing had to change.</summary>
    public required string Before { get; init; }

    /// <summary>The kind of model, such as <c>ease</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Of the dataset's files.</summary>
    public required string DatasetHash { get; init; }

    /// <summary><c>all</c> ratings, or <c>train+validation</c>.</summary>
    public required string FittedOn { get; init; }

    /// <summary>Ratings that it learned from.</summary>
    public required int FittedRatings { get; init; }

    /// <summary>When it began to answer here, seconds since 1970 UTC.</summary>
    public required long ServedSince { get; init; }
}

/// <summary>The versions of the model folder, and the last retraining.</summary>
public sealed record ModelHistoryAnswer
{
    /// <summary>What answers here.</summary>
    public required string ModelId { get; init; }

    /// <summary>The oldest first.</summary>
    public required IReadOnlyList<ModelVersionAnswer> Versions { get; init; }

    /// <summary>Null where this server has not started any since it runs.</summary>
    public required RetrainAnswer? LastRetrain { get; init; }

    /// <summary>When the next one begins, seconds since 1970 UTC; null where none is planned.</summary>
    public required long? NextRetrain { get; init; }
}

/// <summary>A bundle of the model folder.</summary>
public sealed record ModelVersionAnswer
{
    /// <summary>Its name; <c>first</c> for the one that was there before there was a history.</summary>
    public required string Version { get; init; }

    /// <summary>What <c>modelId</c> is while it answers.</summary>
    public required string ModelId { get; init; }

    /// <summary>Whether it is the one that the folder says shall answer.</summary>
    public required bool Current { get; init; }

    /// <summary>Seconds since 1970 UTC.</summary>
    public required long AddedAt { get; init; }

    /// <summary>The kind of model.</summary>
    public required string Model { get; init; }

    public required string DatasetHash { get; init; }
    public required string FittedOn { get; init; }
    public required int FittedRatings { get; init; }

    /// <summary>What its options were chosen by; null where nothing was held out.</summary>
    public required SelectionAnswer? Selection { get; init; }
}

/// <summary>How to retrain.</summary>
public sealed record RetrainBody
{
    /// <summary>Whether the new model is taken even if its figure on the validation part is worse. Default: no.</summary>
    public bool Force { get; init; }
}

/// <summary>A retraining that this server started.</summary>
/// <param name="StartedAt">Seconds since 1970 UTC.</param>
/// <param name="EndedAt">Null while it runs.</param>
/// <param name="Outcome"><c>running</c>, <c>succeeded</c>, <c>refused</c> (the new model is worse) or <c>failed</c>.</param>
/// <param name="Message">The last line that it said.</param>
public sealed record RetrainAnswer(long StartedAt, long? EndedAt, string Outcome, string Message);
