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

    /// <summary>
    /// Where a blend keeps its trained models, so that another blend of the same ones need not train them again. Null: nowhere.
    /// </summary>
    public string? PartsFolder { get; init; }

    /// <summary>Told the file in the <see cref="WorkFolder"/> that a training logs its losses in, as the training begins.</summary>
    public Action<string>? LogOpened { get; init; }

    internal ParallelOptions Parallel =>
        new() { MaxDegreeOfParallelism = MaxThreads, CancellationToken = Cancellation };

    /// <summary>Reports progress, and ends the training where it was cancelled.</summary>
    public void Report(string stage, double fraction, double? loss = null)
    {
        Cancellation.ThrowIfCancellationRequested();
        Progress?.Report(new TrainingProgress(stage, fraction, loss));
    }

    /// <summary>The context of one of several steps that follow each other.</summary>
    /// <param name="name">Goes before the stages' names; null: nothing does.</param>
    public TrainingContext Step(int step, int steps, string? name = null) =>
        this with
        {
            Progress = Progress is null ? null : new StepProgress(Progress, step, steps, name),
        };

    /// <summary>Reports what is worth knowing after the training, too.</summary>
    public void Tell(string name, string value) =>
        Progress?.Report(new TrainingProgress($"{name}: {value}", 0, null) { Fact = new TrainingFact(name, value) });
}

/// <param name="Stage">What is being done, for people: <c>inverting the Gram matrix</c>.</param>
/// <param name="Fraction">Share of the training that is done, 0 to 1.</param>
/// <param name="Loss">Training loss, where the method has one.</param>
public readonly record struct TrainingProgress(string Stage, double Fraction, double? Loss)
{
    /// <summary>What was found out; null where only time has passed.</summary>
    public TrainingFact? Fact { get; init; }
}

/// <param name="Name">Such as <c>texts</c>.</param>
/// <param name="Training">Of several trainings which, such as <c>final fit</c>; null where there is one.</param>
public sealed record TrainingFact(string Name, string Value, string? Training = null)
{
    /// <summary>How many texts were encoded, and how many vectors found.</summary>
    public const string Texts = "texts";

    /// <summary>What a model could have used.</summary>
    public const string NotInTheData = "not in the data";

    /// <summary>How many people candidates made lists for, where not for all.</summary>
    public const string GradedOn = "graded on";

    /// <summary>From which checkpoint.</summary>
    public const string GoingOn = "going on";

    /// <summary>A blend's model that was there already.</summary>
    public const string TakenOver = "taken over";
}

/// <summary>Progress within one of several steps.</summary>
internal sealed class StepProgress(IProgress<TrainingProgress> inner, int step, int steps, string? name)
    : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) =>
        inner.Report(
            value with
            {
                Stage = name is null ? value.Stage : $"{name}: {value.Stage}",
                Fact =
                    value.Fact is { } fact && name is not null
                        ? fact with
                        {
                            Training = fact.Training is null ? name : $"{name}, {fact.Training}",
                        }
                        : value.Fact,
                Fraction = (step + Math.Clamp(value.Fraction, 0, 1)) / steps,
            }
        );
}
