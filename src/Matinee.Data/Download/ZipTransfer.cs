using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Matinee.Data.Download;

/// <summary>Brings a part file to its end, over as many connections as it takes.</summary>
/// <param name="refused">What to say where the server answers with a status that is no success.</param>
internal sealed class ZipTransfer(
    ServerConnection connection,
    Uri url,
    DownloadOptions options,
    Func<Uri, HttpStatusCode, MatineeException> refused
)
{
    private const int BufferBytes = 128 * 1024;

    // A connection that brought this much was good; the count of failures starts anew.
    private const long GoodProgressBytes = 1 << 20;

    private readonly TransferLimits limits = options.Transfer;

    public async Task RunAsync(PartFile part, CancellationToken cancellation)
    {
        int failures = 0;
        long furthest = part.Length;
        while (true)
        {
            try
            {
                if (await AttemptAsync(part, cancellation))
                {
                    return;
                }
            }
            catch (NetworkFault fault)
                when (fault.Kind == NetworkFaultKind.Broken
                    || (fault.Kind == NetworkFaultKind.Unreachable && connection.Answered)
                )
            {
                failures = part.Length - furthest >= GoodProgressBytes ? 0 : failures;
                furthest = Math.Max(furthest, part.Length);
                if (failures == limits.Backoff.Count)
                {
                    throw DownloadErrors.Interrupted(url, fault, part, attempts: failures + 1);
                }

                TimeSpan wait = limits.Backoff[failures++];
                options.Progress?.Report(new DownloadEvent.Interrupted(fault.Cause, wait));
                await limits.Delay(wait, cancellation);
            }
            catch (NetworkFault fault) when (fault.Kind == NetworkFaultKind.Stalled)
            {
                throw DownloadErrors.Interrupted(url, fault, part, attempts: 1);
            }
        }
    }

    /// <summary>One request; false where the part turned out useless and the next request starts at 0.</summary>
    private async Task<bool> AttemptAsync(PartFile part, CancellationToken cancellation)
    {
        options.Progress?.Report(new DownloadEvent.Connecting(url));
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        bool resuming = AskForTheRest(request, part);
        using HttpResponseMessage response = await connection.SendAsync(request, cancellation);
        var version = ZipVersion.Of(url, response);
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                Begin(part, version, response, resuming);
                break;
            case HttpStatusCode.PartialContent when resuming && Continues(part, version, response):
                break;
            case HttpStatusCode.RequestedRangeNotSatisfiable when resuming && IsWhole(part, response):
                return true;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable when resuming:
                StartOver(part, null, "the server can't continue this part");
                return false;
            case HttpStatusCode.RequestTimeout
            or HttpStatusCode.TooManyRequests
            or >= HttpStatusCode.InternalServerError:
                throw new NetworkFault(NetworkFaultKind.Broken, $"the server answered {(int)response.StatusCode}");
            default:
                throw refused(url, response.StatusCode);
        }

        options.Progress?.Report(new DownloadEvent.Started(part.Length, version.Bytes));
        FreeSpace.Require(part.Path, (version.Bytes ?? 0) - part.Length, "download");
        await AppendAsync(part, response, cancellation);
        if (version.Bytes is { } expected && part.Length != expected)
        {
            throw new NetworkFault(NetworkFaultKind.Broken, $"the server sent {part.Length} of {expected} bytes");
        }

        return true;
    }

    private bool AskForTheRest(HttpRequestMessage request, PartFile part)
    {
        if (part.Length == 0)
        {
            return false;
        }

        RangeConditionHeaderValue? condition = part.Version?.Url == url ? part.Version.Condition() : null;
        if (condition is null)
        {
            return false;
        }

        request.Headers.Range = new RangeHeaderValue(part.Length, null);
        request.Headers.IfRange = condition;
        return true;
    }

    private void Begin(PartFile part, ZipVersion version, HttpResponseMessage response, bool resuming)
    {
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            throw new MatineeException(
                $"{url} answered with a web page where a zip was expected; a login page of this network may stand in "
                    + "between. Open the address in a browser, then run the same command again."
            );
        }

        bool same = resuming && part.Version!.MayBe(version);
        if (part.Length > 0)
        {
            StartOver(part, version, same ? "the server can't continue a download" : "the file on the server changed");
        }
        else
        {
            part.StartOver(version);
        }
    }

    private static bool Continues(PartFile part, ZipVersion version, HttpResponseMessage response) =>
        response.Content.Headers.ContentRange?.From == part.Length && part.Version!.MayBe(version);

    private static bool IsWhole(PartFile part, HttpResponseMessage response) =>
        response.Content.Headers.ContentRange?.Length == part.Length
        && (part.Version!.Bytes is null || part.Version.Bytes == part.Length);

    private void StartOver(PartFile part, ZipVersion? version, string reason)
    {
        options.Progress?.Report(new DownloadEvent.StartedOver(reason));
        part.StartOver(version);
    }

    private async Task AppendAsync(PartFile part, HttpResponseMessage response, CancellationToken cancellation)
    {
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellation);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await connection.ReadAsync(body, buffer, cancellation)) > 0)
            {
                await part.AppendAsync(buffer.AsMemory(0, read), cancellation);
                options.Progress?.Report(new DownloadEvent.Received(part.Length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
