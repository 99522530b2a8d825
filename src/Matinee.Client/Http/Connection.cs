using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Matinee.Client.Http;

/// <summary>Sends requests and reads what comes back; what is no success is thrown.</summary>
internal sealed class Connection(HttpClient http)
{
    public Task<T> GetAsync<T>(Address address, JsonTypeInfo<T> answer, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, address, null, answer, cancellation);

    /// <param name="body">Null: none.</param>
    public async Task<T> SendAsync<T>(
        HttpMethod method,
        Address address,
        HttpContent? body,
        JsonTypeInfo<T> answer,
        CancellationToken cancellation
    )
    {
        using HttpResponseMessage response = await SendAsync(method, address, body, cancellation).ConfigureAwait(false);
        try
        {
            return await response.Content.ReadFromJsonAsync(answer, cancellation).ConfigureAwait(false)
                ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException exception)
        {
            throw MatineeApiException.NotUnderstood(response, exception);
        }
    }

    /// <summary>The caller disposes of the answer, a success.</summary>
    /// <exception cref="MatineeApiException">The server answered with a problem.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        Address address,
        HttpContent? body,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(address.ToString(), UriKind.Relative))
        {
            Content = body,
        };
        HttpResponseMessage response = await http.SendAsync(request, cancellation).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await MatineeApiException.OfAsync(response, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Where success has no body.</summary>
    public async Task SendAsync(HttpMethod method, Address address, CancellationToken cancellation) =>
        (await SendAsync(method, address, null, cancellation).ConfigureAwait(false)).Dispose();

    public static HttpContent Json<T>(T body, JsonTypeInfo<T> type) => JsonContent.Create(body, type);
}
