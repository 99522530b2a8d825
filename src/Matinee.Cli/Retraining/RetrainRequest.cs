namespace Matinee.Cli.Retraining;

/// <summary>What <c>retrain</c> is asked for.</summary>
/// <param name="ConfigPath">Null: the options of the model that answers.</param>
/// <param name="Margin">How much worse the new model may be, as a share.</param>
/// <param name="Keep">How many versions stay.</param>
/// <param name="Server">Told to take the new model; null: whoever watches the folder takes it.</param>
internal sealed record RetrainRequest(
    string ModelPath,
    string Store,
    string? ConfigPath,
    double Margin,
    int Keep,
    bool Force,
    Uri? Server,
    int Threads,
    string? Device
);
