using System.Net;
using System.Text.Json;
using Matinee.Core;

namespace Matinee.Imports.Jellyfin;

/// <summary>Asks a server one thing at a time, each within its time and its bound on bytes. No message has the key, or anything of an answer's words.</summary>
internal sealed class JellyfinConnection
{
    private const int MostBytes = 16 << 20;
    private readonly HttpClient http;
    private readonly string key;

    public JellyfinConnection(HttpClient http, string key)
    {
        if (key.Length == 0 || key.AsSpan().ContainsAnyExceptInRange('!', '~') || key.Contains('"'))
        {
            throw new MatineeException(
                "The API key is empty or has characters that no key has. Copy it again from the server's Dashboard, API Keys."
            );
        }

        this.http = http;
        this.key = key;
        Uri address =
            http.BaseAddress
            ?? throw new ArgumentException("It has no base address, which is the server's.", nameof(http));
        // Without a user and password that may be in it.
        Address = address
            .GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            .TrimEnd('/');
    }

    /// <summary>For messages, and what paths are put after.</summary>
    public string Address { get; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <param name="path">Below the server's address, with its query.</param>
    public async Task<JsonDocument> AskAsync(string path, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Address}/{path}");
            request.Headers.Accept.ParseAdd("application/json");
            request.Headers.TryAddWithoutValidation("Authorization", $"MediaBrowser Token=\"{key}\"");
            request.Headers.TryAddWithoutValidation("X-Emby-Token", key);
            using HttpResponseMessage response = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                limit.Token
            );
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw Refused(response);
            }

            await using Stream body = await response.Content.ReadAsStreamAsync(limit.Token);
            return JsonDocument.Parse(await ReadAsync(body, limit.Token));
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new MatineeException(
                $"{Address} did not answer within {Timeout.TotalSeconds:0.#} s. Check that the server runs and is not busy, and try again.",
                exception
            );
        }
        catch (HttpRequestException exception)
        {
            throw Unreachable(exception);
        }
        catch (IOException exception)
        {
            throw new MatineeException($"{Address} broke off in the middle of an answer. Try again.", exception);
        }
        catch (JsonException)
        {
            throw Garbage();
        }
    }

    /// <summary>What to throw where an answer has another shape than Jellyfin's.</summary>
    public MatineeException Garbage(string what = "") =>
        new(
            $"{Address} answers, but not as Jellyfin does{what}. Check the address: servers behind a proxy often have a path, such as /jellyfin."
        );

    private async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new MemoryStream();
        var piece = new byte[1 << 14];
        int read;
        while ((read = await body.ReadAsync(piece, cancellation)) > 0)
        {
            if (buffer.Length + read > MostBytes)
            {
                throw new MatineeException(
                    $"{Address} answers with more than {MostBytes >> 20} MiB at once, which no page of movies has. Is it a Jellyfin server?"
                );
            }

            buffer.Write(piece, 0, read);
        }

        return buffer.ToArray();
    }

    private MatineeException Refused(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        string? why = status switch
        {
            401 => " refuses the API key (401). Copy it again from the server's Dashboard, API Keys.",
            403 =>
                " does not let this key list users and movies (403). Make an API key in the server's Dashboard, API Keys.",
            >= 300 and < 400 =>
                $" sends to {TargetOf(response)} ({status}), which is not followed with a key. If that is the server, give its address.",
            429 or >= 500 => $" fails ({status}): it may be starting, or down behind its proxy. Try again.",
            _ => null,
        };
        return why is null ? Garbage($" ({status})") : new MatineeException(Address + why);
    }

    private string TargetOf(HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location)
        {
            return "another place";
        }

        Uri target = location.IsAbsoluteUri ? location : new Uri(new Uri(Address + "/"), location);
        // A query may have anything in it.
        return Reading.Excerpt.Of(
            target.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        );
    }

    private MatineeException Unreachable(HttpRequestException exception) =>
        new(
            Address
                + exception.HttpRequestError switch
                {
                    HttpRequestError.NameResolutionError => " has a name that nobody knows. Check the address.",
                    HttpRequestError.SecureConnectionError =>
                        " has no certificate that this machine trusts. Check whether it is http:// or https://, or add the certificate to the machine's.",
                    HttpRequestError.ConnectionError =>
                        " can't be reached: nothing answers there. Check the address and port (8096 if nobody changed it), and that the server runs.",
                    _ =>
                        $" can't be asked ({exception.HttpRequestError}). Check the address, and whether it is http:// or https://.",
                },
            exception
        );
}
