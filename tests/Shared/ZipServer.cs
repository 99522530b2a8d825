using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Matinee.Tests;

/// <summary>A small HTTP server on localhost that serves one zip and misbehaves on demand.</summary>
public sealed class ZipServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;

    public ZipServer(byte[] zip)
    {
        Zip = zip;
        listener.Start();
        BaseUrl = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/datasets/");
        loop = Task.Run(AcceptAsync);
    }

    public Uri BaseUrl { get; }
    public byte[] Zip { get; set; }
    public string? ETag { get; set; } = "\"first\"";
    public string? LastModified { get; set; }
    public bool HonoursRange { get; set; } = true;
    public string ContentType { get; set; } = "application/zip";
    public string Status { get; set; } = "200 OK";

    /// <summary>The text of the <c>.md5</c> file; null for a 404.</summary>
    public string? Md5File { get; set; }

    /// <summary>The text of every <c>.json</c> file; null for a 404.</summary>
    public string? JsonFile { get; set; }

    /// <summary>False sends the zip chunked, without its length.</summary>
    public bool TellsLength { get; set; } = true;

    /// <summary>Added to the Content-Length that is told.</summary>
    public int LengthError { get; set; }

    /// <summary>How many bytes of the body the next responses carry before the connection closes.</summary>
    public ConcurrentQueue<int> Cuts { get; } = new();

    /// <summary>Send this many bytes and then nothing, with the connection open.</summary>
    public int? StallAfter { get; set; }

    /// <summary>Runs when the body has been sent up to a cut or a stall.</summary>
    public Action? OnPause { get; set; }

    /// <summary>The requests for the zip, in order.</summary>
    public ConcurrentQueue<ZipRequest> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loop;
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (OperationCanceledException) { }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                string path = (await reader.ReadLineAsync(stop.Token))!.Split(' ')[1];
                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line)
                {
                    headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
                }

                if (path.EndsWith(".md5", StringComparison.Ordinal))
                {
                    await SendTextAsync(stream, Md5File);
                }
                else if (path.EndsWith(".json", StringComparison.Ordinal))
                {
                    await SendTextAsync(stream, JsonFile);
                }
                else
                {
                    await SendZipAsync(stream, path, headers);
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The client went away, which tests do.
            }
        }
    }

    private async Task SendTextAsync(NetworkStream stream, string? text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text ?? "not here");
        await HeadAsync(stream, text is null ? "404 Not Found" : "200 OK", $"Content-Length: {body.Length}");
        await stream.WriteAsync(body, stop.Token);
    }

    private async Task SendZipAsync(NetworkStream stream, string path, Dictionary<string, string> headers)
    {
        var request = new ZipRequest(path, headers.GetValueOrDefault("Range"), headers.GetValueOrDefault("If-Range"));
        Requests.Enqueue(request);
        if (Status != "200 OK")
        {
            await HeadAsync(stream, Status, "Content-Length: 0");
            return;
        }

        string status = Status;
        int from = 0;
        List<string> fields = [$"Content-Type: {ContentType}"];
        if (HonoursRange && request.Range is not null && (request.IfRange == ETag || request.IfRange == LastModified))
        {
            from = int.Parse(request.Range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
            if (from >= Zip.Length)
            {
                string range = $"Content-Range: bytes */{Zip.Length}";
                await HeadAsync(stream, "416 Range Not Satisfiable", "Content-Length: 0", range);
                return;
            }

            status = "206 Partial Content";
            int total = Zip.Length + LengthError;
            fields.Add($"Content-Range: bytes {from}-{total - 1}/{total}");
        }

        fields.Add(TellsLength ? $"Content-Length: {Zip.Length - from + LengthError}" : "Transfer-Encoding: chunked");
        fields.AddRange(ETag is null ? [] : [$"ETag: {ETag}"]);
        fields.AddRange(LastModified is null ? [] : [$"Last-Modified: {LastModified}"]);
        await HeadAsync(stream, status, [.. fields]);
        await SendBodyAsync(stream, Zip.AsMemory(from));
    }

    private async Task SendBodyAsync(NetworkStream stream, ReadOnlyMemory<byte> body)
    {
        bool cut = Cuts.TryDequeue(out int length);
        length = Math.Min(body.Length, cut ? length : StallAfter ?? body.Length);
        if (!TellsLength)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{length:x}\r\n"), stop.Token);
        }

        await stream.WriteAsync(body[..length], stop.Token);
        if (StallAfter is not null && !cut)
        {
            OnPause?.Invoke();
            await Task.Delay(Timeout.Infinite, stop.Token);
        }

        if (!TellsLength && !cut)
        {
            await stream.WriteAsync("\r\n0\r\n\r\n"u8.ToArray(), stop.Token);
        }
    }

    private async Task HeadAsync(NetworkStream stream, string status, params string[] fields)
    {
        string head = $"HTTP/1.1 {status}\r\nConnection: close\r\n{string.Join("\r\n", fields)}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop.Token);
    }
}

public sealed record ZipRequest(string Path, string? Range, string? IfRange);
