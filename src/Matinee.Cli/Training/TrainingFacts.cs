using Matinee.Core.Models;

namespace Matinee.Cli.Training;

/// <summary>Remembers what a training tells beside its progress.</summary>
/// <param name="told">Hears each at once.</param>
internal sealed class TrainingFacts(IProgress<TrainingProgress> inner, Action<TrainingFact> told)
    : IProgress<TrainingProgress>
{
    private readonly List<TrainingFact> all = [];

    /// <summary>In the order in which they were told.</summary>
    public IReadOnlyList<TrainingFact> All => all;

    public void Report(TrainingProgress value)
    {
        if (value.Fact is { } fact)
        {
            all.Add(fact);
            told(fact);
        }

        inner.Report(value);
    }
}
