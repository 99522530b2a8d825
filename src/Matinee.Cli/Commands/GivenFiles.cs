using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Data;

namespace Matinee.Cli.Commands;

/// <summary>Files that pose a task beside the dataset; one of support and candidates is given.</summary>
internal sealed record GivenFiles(string Test, string? Support, string? Candidates)
{
    public EvaluationTask Pose(Dataset dataset, double minRating, Action<string> warn) =>
        Support is null
            ? GivenTasks.ColdItems(dataset, Candidates!, Test, minRating, warn)
            : GivenTasks.ColdUsers(dataset, Support, Test, minRating, warn);
}
