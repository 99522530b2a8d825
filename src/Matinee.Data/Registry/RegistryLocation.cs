using System.Net;
using System.Text;
using Matinee.Data.Download;

namespace Matinee.Data.Registry;

/// <summary>Where a registry lies: on this machine or on the web.</summary>
public sealed class RegistryLocation
{
    /// <summary>Far more than thousands of models need; what is larger is something else.</summary>
    private const int LargestBytes = 4 << 20;

    private readonly string file;
    private readonly Uri? web;

    private RegistryLocation(string file, Uri? web)
    {
        this.file = file;
        this.web = web;
    }

    /// <summary>The registry file's path or address.</summary>
    public string Text => web?.AbsoluteUri ?? file;

    /// <param name="text">A folder, a file, or an address that begins with https:// or http://.</param>
    public static RegistryLocation Of(string text)
    {
        bool named = text.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (WebAddress(text) is { } address)
        {
            Uri full = named ? address : new Uri(address.AbsoluteUri.TrimEnd('/') + "/" + ModelRegistry.FileName);
            return new RegistryLocation("", full);
        }

        return new RegistryLocation(named ? text : Path.Combine(text, ModelRegistry.FileName), null);
    }

    /// <exception cref="MatineeException">There is none, it can't be reached, or it is damaged.</exception>
    public async Task<ModelRegistry> ReadAsync(CancellationToken cancellation = default) =>
        ModelRegistry.FromJson(
            web is null ? ReadFile() : await FetchAsync(web, new TransferLimits(), cancellation),
            Text
        );

    /// <summary>Where a model's package lies: an address, or a file that need not be there.</summary>
    /// <exception cref="MatineeException">It would lie outside of the registry's folder.</exception>
    internal (Uri? Web, string File) PackageOf(RegistryEntry entry)
    {
        if (WebAddress(entry.Url) is { } absolute)
        {
            return (absolute, "");
        }

        string url = entry.Url.Replace('\\', '/');
        if (url.StartsWith('/') || url.Contains(':') || url.Split('/').Contains(".."))
        {
            throw new MatineeException(
                $"{Text}: the url '{entry.Url}' of '{entry.Name}' points outside of the registry. "
                    + "Ask whoever keeps the registry to correct it."
            );
        }

        return web is null ? (null, Path.Combine(Path.GetDirectoryName(file) ?? "", url)) : (new Uri(web, url), "");
    }

    private static Uri? WebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri
            : null;

    private string ReadFile() =>
        File.Exists(file)
            ? File.ReadAllText(file)
            : throw new MatineeException(
                $"There is no registry {file}. Pass --registry with the folder or address of one, or make one with "
                    + "'matinee models build'."
            );

    private static async Task<string> FetchAsync(Uri url, TransferLimits limits, CancellationToken cancellation)
    {
        using var connection = new ServerConnection(limits);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            using HttpResponseMessage response = await connection.SendAsync(request, cancellation);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw RegistryErrors.Refused(url, response.StatusCode);
            }

            await using Stream body = await response.Content.ReadAsStreamAsync(cancellation);
            using var text = new MemoryStream();
            byte[] buffer = new byte[16 << 10];
            int read;
            while ((read = await connection.ReadAsync(body, buffer, cancellation)) > 0)
            {
                text.Write(buffer.AsSpan(0, read));
                if (text.Length > LargestBytes)
                {
                    throw RegistryErrors.TooLarge(url, LargestBytes);
                }
            }

            return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
        }
        catch (NetworkFault fault)
        {
            throw RegistryErrors.Unreachable(url, fault);
        }
    }
}
