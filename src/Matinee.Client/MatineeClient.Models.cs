using Matinee.Client.Http;

namespace Matinee.Client;

public sealed partial class MatineeClient
{
    /// <summary>The versions of the server's model folder, and its last retraining. For admins, where the server asks for keys.</summary>
    /// <exception cref="MatineeApiException"><see cref="ProblemTypes.UnusableModel"/>: the folder is damaged.</exception>
    [Operation("listModels")]
    public Task<ModelHistory> ListModelsAsync(CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"api/admin/models"), ClientJson.Default.ModelHistory, cancellation);

    /// <summary>
    /// Lets another model answer, without a break; this returns when it does. For admins, where the server asks for keys.
    /// </summary>
    /// <param name="version">
    /// <see cref="ModelVersion.Version"/>, or <c>previous</c>: the one before the current. Null: what is current in the model folder,
    /// which is read again.
    /// </param>
    /// <exception cref="MatineeApiException">
    /// <see cref="ProblemTypes.UnusableModel"/>: it can't be used, and the old one goes on. <see cref="ProblemTypes.Validation"/>: there
    /// is no such version.
    /// </exception>
    [Operation("switchModel")]
    public Task<ModelSwitch> SwitchModelAsync(string? version = null, CancellationToken cancellation = default) =>
        connection.SendAsync(
            HttpMethod.Post,
            new Address($"api/admin/model"),
            Connection.Json(new ModelSwitchBody(version), ClientJson.Default.ModelSwitchBody),
            ClientJson.Default.ModelSwitch,
            cancellation
        );

    /// <summary>
    /// Has the server train on what people have said since, in the background: <see cref="ListModelsAsync"/> says how it went. For
    /// admins, where the server asks for keys.
    /// </summary>
    /// <param name="force">Whether the new model is taken even if its figure on the validation part is worse.</param>
    /// <exception cref="MatineeApiException">
    /// <see cref="ProblemTypes.RetrainRunning"/>, or <see cref="ProblemTypes.NoRetrain"/>: this server can't.
    /// </exception>
    [Operation("retrain")]
    public Task<Retraining> RetrainAsync(bool force = false, CancellationToken cancellation = default) =>
        connection.SendAsync(
            HttpMethod.Post,
            new Address($"api/admin/retrain"),
            Connection.Json(new RetrainBody(force), ClientJson.Default.RetrainBody),
            ClientJson.Default.Retraining,
            cancellation
        );
}
