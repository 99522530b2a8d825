using Matinee.Cli.Tuning;

namespace Matinee.Cli.Commands;

/// <summary>What <c>tune</c> is asked for.</summary>
/// <param name="Seed">Overrides the configuration's; null leaves it.</param>
/// <param name="Device">The same.</param>
internal sealed record TuneRequest(
    string DataDir,
    string ConfigPath,
    string OutputDir,
    int Trials,
    SearchKind Search,
    long? Seed,
    TimeSpan? TimeLimit,
    int Threads,
    string? Device,
    Resumption Resume
);
