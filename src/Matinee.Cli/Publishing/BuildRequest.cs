namespace Matinee.Cli.Publishing;

/// <summary>What <c>models build</c> is asked for.</summary>
/// <param name="Preset">A name of <see cref="Data.Thresholds.Presets"/>.</param>
/// <param name="Name">Of the package.</param>
/// <param name="ConfigPath">Training configuration.</param>
/// <param name="WorkDir">Where dataset, model and report stay, so that what is done is not done again.</param>
/// <param name="Registry">Folder of the packages.</param>
internal sealed record BuildRequest(
    string Preset,
    BuildData Data,
    string Name,
    string ConfigPath,
    string WorkDir,
    string Registry,
    bool WithHistories,
    int Threads
)
{
    public string DatasetDir => Path.Combine(WorkDir, "dataset");
    public string ModelDir => Path.Combine(WorkDir, "model");
    public string ReportDir => Path.Combine(WorkDir, "report");
}
