using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Matinee.Client.Tests.Contract;

/// <summary>What a method of the client sends.</summary>
/// <param name="Query">By name; names may repeat.</param>
/// <param name="Body">Null: none.</param>
internal sealed record RecordedRequest(string Method, string Path, ILookup<string, string> Query, JsonElement? Body)
{
    /// <summary>The names of a form's fields; null: it sends none.</summary>
    public string[]? Form { get; init; }

    /// <summary>Calls a method with everything set.</summary>
    public static async Task<RecordedRequest> OfAsync(MethodInfo method)
    {
        using var recorder = new Recorder();
        using var http = new HttpClient(recorder) { BaseAddress = new Uri("http://matinee.test/base/") };
        await (Task)method.Invoke(new MatineeClient(http), SampleValues.For(method))!;
        return recorder.Last!;
    }

    private static async Task<RecordedRequest> OfAsync(HttpRequestMessage request)
    {
        Uri address = request.RequestUri!;
        return new RecordedRequest(
            request.Method.Method.ToLowerInvariant(),
            address.AbsolutePath,
            address
                .Query.TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('='))
                .ToLookup(pair => pair[0], pair => Uri.UnescapeDataString(pair[1])),
            request.Content is { } body and not MultipartContent
                ? JsonDocument.Parse(await body.ReadAsStringAsync()).RootElement
                : null
        )
        {
            Form = request.Content is MultipartContent form
                ? [.. form.Select(part => part.Headers.ContentDisposition!.Name!.Trim('"'))]
                : null,
        };
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public RecordedRequest? Last { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Last = await OfAsync(request);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("{}", Encoding.UTF8, "application/json"),
            };
        }
    }
}
