using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Matinee.Api.Tests.Server;

namespace Matinee.Api.Tests.Importing;

/// <summary>Files on their way to a server.</summary>
internal static class ImportRequest
{
    public static MultipartFormDataContent Form(
        string text,
        string name = "ratings.csv",
        params (string Name, string Value)[] fields
    )
    {
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name },
        };
        foreach ((string field, string value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        return form;
    }

    /// <summary>The answer, which must have this status.</summary>
    public static async Task<JsonElement> ImportAsync(
        this TestServer server,
        string path,
        HttpContent form,
        int status = 200,
        string? origin = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        // What is refused by its length is not sent: otherwise the connection breaks before the answer is read.
        request.Headers.ExpectContinue = true;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using HttpResponseMessage response = await server.Client.SendAsync(request);
        string answer = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{path}: {(int)response.StatusCode} {answer}");
        Assert.Equal(
            status == 200 ? "application/json" : "application/problem+json",
            response.Content.Headers.ContentType?.MediaType
        );
        return JsonDocument.Parse(answer).RootElement;
    }

    public static string Kind(this JsonElement problem) =>
        problem.GetProperty("type").GetString()!["urn:matinee:problem:".Length..];

    public static async Task<(MediaTypeHeaderValue? Type, string Name, string Text)> FileAsync(
        this TestServer server,
        string path
    )
    {
        using HttpResponseMessage response = await server.Client.GetAsync(path);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return (
            response.Content.Headers.ContentType,
            response.Content.Headers.ContentDisposition!.FileName!.Trim('"'),
            text
        );
    }
}
