using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Matinee.Api.Problems;

namespace Matinee.Api.Http;

/// <summary>Bodies in and out.</summary>
internal static class Json
{
    private const string ContentType = "application/json; charset=utf-8";

    /// <exception cref="ProblemException">The body is not JSON of this shape.</exception>
    public static async Task<T> ReadAsync<T>(this HttpContext http, JsonTypeInfo<T> type)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
        {
            throw ProblemKind.MediaType.Because(
                "Send the body as JSON, with the header Content-Type: application/json."
            );
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.BodyReader, type, http.RequestAborted)
                ?? throw ProblemKind.MalformedJson.Because("The body is null; send a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ProblemException(Malformed(exception));
        }
    }

    /// <summary>The body, or null where there is none.</summary>
    public static async Task<T?> ReadOptionalAsync<T>(this HttpContext http, JsonTypeInfo<T> type)
        where T : class =>
        http.Request.ContentLength is null or 0 && !http.Request.Headers.ContainsKey("Transfer-Encoding")
            ? null
            : await http.ReadAsync(type);

    /// <summary>Answers with a body of known length, written in one go.</summary>
    public static async Task WriteAsync<T>(this HttpContext http, T answer, JsonTypeInfo<T> type, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        using JsonBuffer buffer = JsonBuffer.Rent();
        JsonSerializer.Serialize(buffer.Writer, answer, type);
        await buffer.SendAsync(http);
    }

    private static Problem Malformed(JsonException exception)
    {
        string? path = exception.Path is { Length: > 2 } and ['$', '.', .. var inner] ? QueryReader.Shown(inner) : null;
        string message = Message(exception);
        string place = exception.LineNumber is { } line
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" (line {line + 1}, byte {exception.BytePositionInLine + 1})"
            )
            : "";
        if (MissingField(exception.Message) is { } missing)
        {
            string field = path is null ? missing : $"{path}.{missing}";
            string needed = $"{field} is missing.";
            return ProblemKind.Validation.With(needed, new Dictionary<string, string[]> { [field] = [needed] });
        }

        return ProblemKind.MalformedJson.With(
            path is null ? $"{message}{place}" : $"{path}: {message}{place}",
            path is null ? null : new Dictionary<string, string[]> { [path] = [message] }
        );
    }

    // The reader's own words are for programmers: they name types, and end in the place once more.
    private static string Message(JsonException exception)
    {
        string message = exception.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
        return
            message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            || message.StartsWith("The constructor parameter", StringComparison.Ordinal)
            || message.StartsWith("The property or field", StringComparison.Ordinal)
            ? "The value is of another type than it must be."
            : QueryReader.Shown(message, longest: 200);
    }

    // "JSON deserialization for type 'X' was missing required properties including: 'a', 'b'."
    private static string? MissingField(string message)
    {
        const string Before = "was missing required properties including: '";
        int start = message.IndexOf(Before, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        string rest = message[(start + Before.Length)..];
        return rest[..rest.IndexOf('\'', StringComparison.Ordinal)];
    }
}
