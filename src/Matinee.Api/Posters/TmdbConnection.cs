using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Matinee.Api.Hosting;

namespace Matinee.Api.Posters;

/// <summary>
/// Asks TMDB: a few questions at a time, each with its time limit and its bound on bytes, none to another place, and none for a
/// while after a failure.
/// </summary>
internal sealed class TmdbConnection(PosterOptions options, TimeProvider time, ILogger log) : IDisposable
{
    // Nothing gets better before the operator changes something.
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AfterTooMany = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WhenBusy = TimeSpan.FromSeconds(2);
    private const int BufferBytes = 16 << 10;

    private readonly AskingPause pause = new(time);
    private readonly SemaphoreSlim places = new(options.MostAtATime);
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            // A redirection could lead anywhere, this machine's own network included.
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }
    )
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("Matinee", null) } },
    };
    private int waiting;

    /// <param name="ask">Makes the request.</param>
    /// <param name="mostBytes">Of the answer.</param>
    /// <returns>An answer that says something about the movie: any status but those that stop the asking.</returns>
    /// <exception cref="TmdbTroubleException">TMDB was not asked, or did not answer in a way that says something.</exception>
    public async Task<TmdbAnswer> AskAsync(Func<HttpRequestMessage> ask, int mostBytes)
    {
        if (Interlocked.Increment(ref waiting) > options.MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new TmdbTroubleException("Too many posters are being fetched from TMDB already.", WhenBusy);
        }

        try
        {
            await places.WaitAsync(stop.Token);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        try
        {
            return await AskNowAsync(ask, mostBytes);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>That an answer was as it should be: failures from now on are new ones.</summary>
    public void Succeed() => pause.Succeed();

    /// <summary>Stops the asking for a while.</summary>
    /// <param name="what">Happened; goes to the log and the answer.</param>
    /// <param name="wanted">How long TMDB wants it; null: nobody says.</param>
    public TmdbTroubleException Fail(string what, TimeSpan? wanted = null)
    {
        TimeSpan length = pause.Fail(wanted, out bool begins);
        if (begins)
        {
            log.TmdbPaused(what, (int)Math.Ceiling(length.TotalSeconds));
        }

        return new TmdbTroubleException(what, length) { WasAsked = true };
    }

    public void Dispose()
    {
        stop.Cancel();
        http.Dispose();
    }

    private async Task<TmdbAnswer> AskNowAsync(Func<HttpRequestMessage> ask, int mostBytes)
    {
        if (pause.Left is { } left)
        {
            throw new TmdbTroubleException("TMDB has failed, and is left alone for a while.", left);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        limit.CancelAfter(options.Timeout);
        try
        {
            using HttpRequestMessage request = ask();
            using HttpResponseMessage response = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                limit.Token
            );
            ThrowIfNoAnswer(response);
            byte[]? body =
                response.StatusCode == HttpStatusCode.OK
                    ? await ReadAsync(response.Content, mostBytes, limit.Token)
                    : [];
            return new TmdbAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
        }
        catch (HttpRequestException exception)
        {
            // Its own message names the address.
            throw Fail($"TMDB can't be reached ({exception.HttpRequestError}).");
        }
        catch (IOException)
        {
            throw Fail("TMDB broke off.");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw Fail("TMDB did not answer in time.");
        }
    }

    private void ThrowIfNoAnswer(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            throw Fail("TMDB asks for fewer requests.", RetryAfter(response) ?? AfterTooMany);
        }

        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw Fail("TMDB refuses the key: check MATINEE_TMDB_KEY.", AfterRefusal);
        }

        if (status >= 500)
        {
            throw Fail(string.Create(CultureInfo.InvariantCulture, $"TMDB failed ({status})."), RetryAfter(response));
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => null,
        };

    private static async Task<byte[]?> ReadAsync(HttpContent content, int mostBytes, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > mostBytes)
        {
            return null;
        }

        await using Stream stream = await content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        byte[] buffer = new byte[BufferBytes];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and int read)
        {
            if (body.Length + read > mostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
