using Matinee.Client.Http;

namespace Matinee.Client;

public sealed partial class MatineeClient
{
    /// <summary>What this client's key opens; answered without a key, too.</summary>
    [Operation("getSession")]
    public Task<Session> GetSessionAsync(CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"api/session"), ClientJson.Default.Session, cancellation);

    /// <summary>Every key, without its secret. For admins, where the server asks for keys.</summary>
    [Operation("listKeys")]
    public Task<KeyList> ListKeysAsync(CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"api/admin/keys"), ClientJson.Default.KeyList, cancellation);

    /// <summary>Makes a key. For admins, where the server asks for keys; before it does, anyone can.</summary>
    /// <returns>With the secret, which the server shows this once.</returns>
    [Operation("createKey")]
    public Task<CreatedKey> CreateKeyAsync(NewKey key, CancellationToken cancellation = default) =>
        connection.SendAsync(
            HttpMethod.Post,
            new Address($"api/admin/keys"),
            Connection.Json(key, ClientJson.Default.NewKey),
            ClientJson.Default.CreatedKey,
            cancellation
        );

    /// <summary>Ends a key and its sessions; ending it again changes nothing. For admins, where the server asks for keys.</summary>
    /// <param name="keyId"><see cref="ApiKey.Id"/>, not the key itself.</param>
    /// <exception cref="MatineeApiException"><see cref="ProblemTypes.UnknownKey"/>: there is none of this id.</exception>
    [Operation("revokeKey")]
    public Task RevokeKeyAsync(string keyId, CancellationToken cancellation = default) =>
        connection.SendAsync(HttpMethod.Delete, new Address($"api/admin/keys/{keyId}"), cancellation);
}
