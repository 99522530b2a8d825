using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Matinee.Client.Http;

namespace Matinee.Client;

/// <summary>
/// The server refused a request, or failed at it; the message says what is wrong and what to do. A server that can't be reached is a
/// <see cref="HttpRequestException"/>.
/// </summary>
public sealed class MatineeApiException : Exception
{
    private const string NoType = "about:blank";

    private MatineeApiException(string message, HttpStatusCode status, Exception? cause = null)
        : base(message, cause)
    {
        Status = status;
        Title = status.ToString();
    }

    public HttpStatusCode Status { get; }

    /// <summary>What kind of problem it is, one of <see cref="ProblemTypes"/>; never changes. <c>about:blank</c> where the server named none.</summary>
    public string Type { get; private init; } = NoType;

    /// <summary>The kind of problem in words.</summary>
    public string Title { get; private init; }

    /// <summary>What is wrong with this request, and what to do about it; null where the server does not say.</summary>
    public string? Detail { get; private init; }

    /// <summary>What is wrong by field: a parameter, or a place in the body such as <c>ratings[3].rating</c>. Often empty.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; private init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>When to come back; null where the server does not say.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    internal static async Task<MatineeApiException> OfAsync(
        HttpResponseMessage response,
        CancellationToken cancellation
    )
    {
        ProblemBody problem = await ReadAsync(response, cancellation).ConfigureAwait(false);
        string title = problem.Title ?? response.ReasonPhrase ?? response.StatusCode.ToString();
        return new MatineeApiException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{problem.Detail ?? title}{KeyHint(response)} ({Request(response)} answered {(int)response.StatusCode}.)"
            ),
            response.StatusCode
        )
        {
            Type = problem.Type ?? NoType,
            Title = title,
            Detail = problem.Detail,
            Errors = problem.Errors ?? new Dictionary<string, IReadOnlyList<string>>(),
            RetryAfter = RetryHandler.RetryAfter(response, TimeProvider.System),
        };
    }

    internal static MatineeApiException NotUnderstood(HttpResponseMessage response, JsonException cause) =>
        new(
            $"{Request(response)} did not answer as Matinee does. Check the base address, and that client and server are of about the same version.",
            response.StatusCode,
            cause
        )
        {
            Title = "The answer is not understood.",
        };

    // A proxy in between answers in HTML, or not at all.
    private static async Task<ProblemBody> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType is not "application/problem+json")
        {
            return new ProblemBody();
        }

        try
        {
            return await response
                    .Content.ReadFromJsonAsync(ClientJson.Default.ProblemBody, cancellation)
                    .ConfigureAwait(false)
                ?? new ProblemBody();
        }
        catch (JsonException)
        {
            return new ProblemBody();
        }
    }

    private static string KeyHint(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Unauthorized && response.RequestMessage is { Headers.Authorization: null }
            ? " In .NET: MatineeClientOptions.ApiKey, or DefaultRequestHeaders.Authorization of your HttpClient."
            : "";

    // Without the query: what people search for is no business of a log.
    private static string Request(HttpResponseMessage response) =>
        $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path)}";
}
