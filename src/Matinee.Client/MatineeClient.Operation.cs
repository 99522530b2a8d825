using Matinee.Client.Http;

namespace Matinee.Client;

public sealed partial class MatineeClient
{
    /// <summary>What the server has loaded, and how good it was on held-out ratings.</summary>
    [Operation("getModel")]
    public Task<ModelFacts> GetModelAsync(CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"api/model"), ClientJson.Default.ModelFacts, cancellation);

    /// <summary>Whether the server's process answers.</summary>
    [Operation("live")]
    public Task<Health> GetLiveAsync(CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"health/live"), ClientJson.Default.Health, cancellation);

    /// <summary>Whether requests may be sent.</summary>
    /// <exception cref="MatineeApiException"><see cref="ProblemTypes.Unavailable"/>: the server stops.</exception>
    [Operation("ready")]
    public Task<Health> GetReadyAsync(CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"health/ready"), ClientJson.Default.Health, cancellation);
}
