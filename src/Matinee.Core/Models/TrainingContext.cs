namespace Matinee.Core.Models;

/// <summary>Everything about a training run that is not a choice about the model.</summary>
public sealed record TrainingContext
{
    public long Seed { get; init; } = 42;

    /// <summary>Threads to use; results do not depend on it. Default: all cores.</summary>
    public int MaxThreads { get; init; } = Environment.ProcessorCount;

    public IProgress<TrainingProgress>? Progress { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>An older model to start the final fit from, where the kind can; null to start afresh.</summary>
    public WarmStart? Start { get; init; }

    /// <summary>
    /// A folder of the run's own for what must survive its end: checkpoints to go on from, a log of the losses. Null: a long
    /// training that is interrupted starts afresh.
    /// </summary>
    public string? WorkFolder { get; init; }

    internal ParallelOptions Parallel =>
        new() { MaxDegreeOfParallelism = MaxThreads, CancellationToken = Cancellation };

    /// <summary>Reports progress, and ends the training where it was cancelled.</summary>
    public void Report(string stage, double fraction, double? loss = null)
    {
        Cancellation.ThrowIfCancellationRequested();
        Progress?.Report(new TrainingProgress(stage, fraction, loss));
    }
}

/// <param name="Stage">What is being done, for people: <c>inverting the Gram matrix</c>.</param>
/// <param name="Fraction">Share of the training that is done, 0 to 1.</param>
/// <param name="Loss">Training loss, where the method has one.</param>
public readonly record struct TrainingProgress(string Stage, double Fraction, double? Loss);
