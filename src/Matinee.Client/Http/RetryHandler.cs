using System.Net;

namespace Matinee.Client.Http;

/// <summary>
/// Asks again where the server says that it can't answer now (429, 503) and asking again changes nothing (GET, HEAD): after as long
/// as <c>Retry-After</c> says, else after 0.5 s, then twice as long each time.
/// </summary>
/// <param name="retries">How often to ask again, at least 0.</param>
/// <param name="longestDelay">Whoever is told to wait longer gets the answer as it is.</param>
internal sealed class RetryHandler(int retries, TimeSpan longestDelay, TimeProvider time) : DelegatingHandler
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        for (int tried = 0; ; tried++)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            TimeSpan delay = RetryAfter(response, time) ?? FirstDelay * Math.Pow(2, tried);
            if (tried >= retries || !IsSafe(request) || !IsPassing(response) || delay > longestDelay)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>Null where the server does not say.</returns>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        TimeSpan? delay =
            response.Headers.RetryAfter is not { } header ? null
            : header.Date is { } date ? date - time.GetUtcNow()
            : header.Delta;
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }

    private static bool IsSafe(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;

    private static bool IsPassing(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
}
