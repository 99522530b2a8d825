using System.Net;
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

    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(30);

    /// <summary>Asks whether the server is there and the key opens its administration: before hours of work, not after.</summary>
    /// <exception cref="MatineeException">It is away, or the key is not enough.</exception>
    public static async Task CheckAsync(Uri server, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = await AskAsync(
            server,
            ProbePatience,
            client => client.GetAsync(Address(server, "api/admin/models"), cancellation),
            cancellation
        );
        // A folder that it can't use (422) is what a new model may mend.
        if (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.UnprocessableEntity)
        {
            string next = answer.StatusCode switch
            {
                HttpStatusCode.Unauthorized => $"Put a valid key of scope admin into {KeyVariable}.",
                HttpStatusCode.Forbidden => $"The key in {KeyVariable} must be of scope admin.",
                HttpStatusCode.NotFound => "Is it a Matinee server? Pass its address with --server.",
                _ => "Look into the server's log.",
            };
            throw new MatineeException(
                $"{server} would not take a new model ({(int)answer.StatusCode}): {await DetailAsync(answer, cancellation)} {next} "
                    + "Nothing was done."
            );
        }
    }

    /// <exception cref="MatineeException">It does not answer, or refuses; the version stays in the history.</exception>
    public static async Task SendAsync(Uri server, string version, CancellationToken cancellation)
    {
        using var body = new StringContent($$"""{"version":"{{version}}"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await AskAsync(
            server,
            Patience,
            client => client.PostAsync(Address(server, "api/admin/model"), body, cancellation),
            cancellation
        );
        if (!answer.IsSuccessStatusCode)
        {
            throw new MatineeException(
                $"{server} does not take the new model ({(int)answer.StatusCode}): {await DetailAsync(answer, cancellation)}"
            );
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(
        Uri server,
        TimeSpan patience,
        Func<HttpClient, Task<HttpResponseMessage>> ask,
        CancellationToken cancellation
    )
    {
        using var client = new HttpClient { Timeout = patience };
        if (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        try
        {
            return await ask(client);
        }
        catch (Exception exception)
            when (exception is HttpRequestException
                || (exception is TaskCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            throw new MatineeException(
                $"{server} does not answer: {Sentence(exception.Message)} Start it, or leave --server out.",
                exception
            );
        }
    }

    private static Uri Address(Uri server, string path) => new(new Uri(server.ToString().TrimEnd('/') + "/"), path);

    private static async Task<string> DetailAsync(HttpResponseMessage answer, CancellationToken cancellation) =>
        Sentence(Detail(await answer.Content.ReadAsStringAsync(cancellation)));

    private static string Sentence(string text) => text.TrimEnd().TrimEnd('.') + ".";

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
