using Matinee.Core.Models.Selection;

namespace Matinee.Cli.Commands;

/// <summary>What <c>train</c> is asked for.</summary>
internal sealed record TrainRequest(
    string DataDir,
    string ConfigPath,
    string OutputDir,
    FitOn FitOn,
    int Threads,
    string? WarmStart = null
)
{
    /// <summary>Overrides the configuration's; null leaves it.</summary>
    public string? Device { get; init; }

    public Resumption Resume { get; init; }
}

/// <summary>Whether an interrupted training goes on.</summary>
internal enum Resumption
{
    IfPossible,
    Always,
    Never,
}
