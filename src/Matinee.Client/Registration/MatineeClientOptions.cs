namespace Matinee.Client;

/// <summary>Which server a <see cref="MatineeClient"/> talks to, and how.</summary>
public sealed class MatineeClientOptions
{
    /// <summary>Where <c>matinee serve</c> listens unless told otherwise.</summary>
    public static Uri DefaultAddress { get; } = new("http://127.0.0.1:3000/");

    /// <summary>The server's address; it may have a path. Default <see cref="DefaultAddress"/>.</summary>
    public Uri BaseAddress { get; set; } = DefaultAddress;

    /// <summary>Sent as <c>Authorization: Bearer</c>. Default: none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long a request may take with all that is asked again. Default 100 s, as of any <see cref="HttpClient"/>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How often a request that changes nothing (GET) is sent again where the server answers 429 or 503, 0 to 10. Default 3. Writes
    /// are never sent again.
    /// </summary>
    public int Retries { get; set; } = 3;

    /// <summary>Where <c>Retry-After</c> says to wait longer than that, the problem is thrown at once. Default 30 s.</summary>
    public TimeSpan LongestRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        if (BaseAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            throw new ArgumentException(
                $"BaseAddress must be an http or https address such as {DefaultAddress}, not '{BaseAddress}'."
            );
        }

        if (Retries is < 0 or > 10)
        {
            throw new ArgumentException($"Retries must be 0 to 10, not {Retries}.");
        }
    }
}
