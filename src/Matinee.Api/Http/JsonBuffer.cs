using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Matinee.Api.Http;

/// <summary>A buffer and a writer into it, used again by later answers.</summary>
internal sealed class JsonBuffer : IDisposable
{
    // What a long export needed is not kept for short answers.
    private const int LargestKept = 256 << 10;
    private const int MostKept = 64;

    private static readonly ConcurrentBag<JsonBuffer> Idle = [];

    private readonly ArrayBufferWriter<byte> bytes = new(16 << 10);

    private JsonBuffer() =>
        Writer = new Utf8JsonWriter(
            bytes,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }
        );

    public Utf8JsonWriter Writer { get; }

    public static JsonBuffer Rent() => Idle.TryTake(out JsonBuffer? idle) ? idle : new JsonBuffer();

    /// <summary>Sends what was written; to a HEAD request its length alone.</summary>
    public async ValueTask SendAsync(HttpContext http)
    {
        await Writer.FlushAsync(CancellationToken.None);
        http.Response.ContentLength = bytes.WrittenCount;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.BodyWriter.WriteAsync(bytes.WrittenMemory, http.RequestAborted);
        }
    }

    public void Dispose()
    {
        bytes.ResetWrittenCount();
        Writer.Reset();
        if (bytes.Capacity <= LargestKept && Idle.Count < MostKept)
        {
            Idle.Add(this);
        }
        else
        {
            Writer.Dispose();
        }
    }
}
