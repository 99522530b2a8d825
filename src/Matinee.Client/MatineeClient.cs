using Matinee.Client.Http;

namespace Matinee.Client;

/// <summary>
/// A Matinee server's API, a method per operation. What the server refuses is a <see cref="MatineeApiException"/>; a server that
/// can't be reached is a <see cref="HttpRequestException"/>. Safe to share between threads.
/// </summary>
public sealed partial class MatineeClient
{
    private readonly Connection connection;

    /// <param name="http">Its base address is the server's, ending with a slash where it has a path. It stays the caller's.</param>
    /// <exception cref="ArgumentException">There is no base address.</exception>
    public MatineeClient(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.BaseAddress is null)
        {
            throw new ArgumentException(
                $"Set the BaseAddress of the HttpClient to the server's, such as {MatineeClientOptions.DefaultAddress}.",
                nameof(http)
            );
        }

        connection = new Connection(http);
    }
}
