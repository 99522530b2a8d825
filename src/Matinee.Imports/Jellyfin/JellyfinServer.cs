using System.Globalization;
using System.Text.Json;
using Matinee.Core;

namespace Matinee.Imports.Jellyfin;

/// <summary>A Jellyfin or Emby server, asked over HTTP for what it says of a user's movies.</summary>
/// <param name="http">
/// Its base address is the server's, with its path if it has one (<c>http://nas:8096</c>, <c>https://home.example/jellyfin</c>). It must not
/// follow redirections, which could take the key elsewhere: <see cref="Connect"/> makes one like that.
/// </param>
/// <param name="key">An API key of the server; it is sent to it, and said nowhere.</param>
public sealed class JellyfinServer(HttpClient http, string key)
{
    private const int MostPages = 1_000;

    private readonly JellyfinConnection connection = new(http, key.Trim());

    /// <summary>Until an answer is there in whole. Default 60 s: a large library on a small machine takes its time.</summary>
    public TimeSpan Timeout
    {
        get => connection.Timeout;
        init => connection.Timeout = value;
    }

    /// <summary>Movies asked for at a time. Default 500.</summary>
    public int PageSize { get; init; } = 500;

    /// <exception cref="MatineeException">It is no address of a web server.</exception>
    public static HttpClient Connect(string address)
    {
        if (
            !Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        )
        {
            throw new MatineeException(
                "The server's address is no address that begins with http:// or https://. Give one such as http://nas:8096."
            );
        }

        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        return new HttpClient(handler) { BaseAddress = uri, Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    /// <summary>
    /// All movies that the user may see, as one document in UTF-8: <c>{ "Items": [ ... ], "TotalRecordCount": n }</c>, as the server's own pages
    /// are but with those properties alone that an import reads.
    /// </summary>
    /// <param name="user">Name or id.</param>
    /// <exception cref="MatineeException">The server can't be reached, refuses the key, has no such user, or answers as no Jellyfin does.</exception>
    public async Task<byte[]> ReadMoviesAsync(string user, CancellationToken cancellation)
    {
        string id = await JellyfinUsers.FindAsync(connection, user, cancellation);
        using var movies = new JellyfinDocument();
        for (int page = 0, start = 0; page < MostPages; page++)
        {
            using JsonDocument answer = await connection.AskAsync(PathOf(id, start), cancellation);
            int items = movies.Add(connection, answer.RootElement, out int added, out long total);
            start += items;
            // A total may be missing or wrong: it spares a question only where the pages end with it.
            if (added == 0 || (items < PageSize && start == total))
            {
                return movies.Finish();
            }
        }

        throw new MatineeException(
            $"{connection.Address} goes on after {MostPages} pages of movies, which no library has. Is it a Jellyfin server?"
        );
    }

    // Sorted, so that pages fit together; and without CollapseBoxSetItems=false movies hide in their collections.
    private string PathOf(string user, int start) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Users/{user}/Items?Recursive=true&IncludeItemTypes=Movie&CollapseBoxSetItems=false&Fields=ProviderIds,OriginalTitle&EnableUserData=true&EnableImages=false&SortBy=SortName&SortOrder=Ascending&StartIndex={start}&Limit={PageSize}"
        );
}
