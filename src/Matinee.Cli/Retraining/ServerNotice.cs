using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Matinee.Core;

namespace Matinee.Cli.Retraining;

/// <summary>Tells a server to let a version of its model folder answer, and waits until it does.</summary>
internal static class ServerNotice
{
    /// <summary>The environment variable of the key, which no command line shows.</summary>
    public const string KeyVariable = "MATINEE_API_KEY";

    // A bundle of gigabytes on a slow disk.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <exception cref="MatineeException">It does not answer, or refuses; the version stays in the history.</exception>
    public static async Task SendAsync(Uri server, string version, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Patience };
        if (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        var address = new Uri(new Uri(server.ToString().TrimEnd('/') + "/"), "api/admin/model");
        using var body = new StringContent($$"""{"version":"{{version}}"}""", Encoding.UTF8, "application/json");
        HttpResponseMessage answer;
        try
        {
            answer = await client.PostAsync(address, body, cancellation);
        }
        catch (Exception exception)
            when (exception is HttpRequestException
                || (exception is TaskCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            throw new MatineeException($"{server} does not answer: {exception.Message} {Advice(version)}", exception);
        }

        using (answer)
        {
            if (!answer.IsSuccessStatusCode)
            {
                string text = await answer.Content.ReadAsStringAsync(cancellation);
                throw new MatineeException(
                    $"{server} does not take the new model ({(int)answer.StatusCode}): {Detail(text)} {Advice(version)}"
                );
            }
        }
    }

    private static string Advice(string version) =>
        $"The new model is kept as version {version}; './matinee models rollback {version}' makes it current.";

    private static string Detail(string text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            return json.RootElement.GetProperty("detail").GetString() ?? "no reason is given.";
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "no reason is given.";
        }
    }
}
