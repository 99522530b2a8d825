using System.Net;
using System.Text;

namespace Matinee.Data.Download;

/// <summary>The <c>.md5</c> that a server may offer beside a zip.</summary>
internal static class ChecksumFile
{
    private const int MaxBytes = 4096;

    /// <exception cref="NetworkFault">The server can't be reached at all.</exception>
    public static async Task<(Checksum? Checksum, ChecksumOrigin Origin)> FetchAsync(
        ServerConnection connection,
        Uri zip,
        CancellationToken cancellation
    )
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(zip.AbsoluteUri + ".md5"));
            using HttpResponseMessage response = await connection.SendAsync(request, cancellation);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                return (null, ChecksumOrigin.NotOffered);
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                return (null, ChecksumOrigin.NotAvailable);
            }

            string text = await ReadAsync(connection, response, cancellation);
            return Checksum.FindMd5(text) is { } checksum
                ? (checksum, ChecksumOrigin.Server)
                : (null, ChecksumOrigin.NotOffered);
        }
        catch (NetworkFault fault) when (fault.Kind != NetworkFaultKind.Unreachable)
        {
            return (null, ChecksumOrigin.NotAvailable);
        }
    }

    private static async Task<string> ReadAsync(
        ServerConnection connection,
        HttpResponseMessage response,
        CancellationToken cancellation
    )
    {
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellation);
        byte[] buffer = new byte[MaxBytes];
        int length = 0;
        while (length < MaxBytes)
        {
            int read = await connection.ReadAsync(body, buffer.AsMemory(length), cancellation);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
