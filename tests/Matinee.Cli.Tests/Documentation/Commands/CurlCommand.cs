using System.Text;

namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>What curl would send, as far as the documents use curl.</summary>
internal static class CurlCommand
{
    /// <param name="words">Without <c>curl</c> itself.</param>
    /// <param name="folder">Where the files of <c>-F name=@file</c> lie.</param>
    /// <param name="server">Answers in place of <c>localhost:3000</c>.</param>
    /// <exception cref="NotSupportedException">An option that is not known here.</exception>
    public static HttpRequestMessage Read(IEnumerable<string> words, string folder, Uri server)
    {
        string? method = null;
        string address = "";
        string? body = null;
        bool inAddress = false;
        var headers = new List<(string Name, string Value)>();
        var query = new List<string>();
        MultipartFormDataContent? form = null;
        using IEnumerator<string> word = words.GetEnumerator();
        while (word.MoveNext())
        {
            switch (word.Current)
            {
                case "-X":
                    method = Next();
                    break;
                case "-H":
                    string[] header = Next().Split(':', 2);
                    headers.Add((header[0], header[1].Trim()));
                    break;
                case "-d":
                    body = Next();
                    break;
                case "-F":
                    AddPart(form ??= [], Next(), folder);
                    break;
                case "--get":
                    inAddress = true;
                    break;
                case "--data-urlencode":
                    string[] pair = Next().Split('=', 2);
                    query.Add($"{pair[0]}={Uri.EscapeDataString(pair[1])}");
                    break;
                case "-o":
                    Next();
                    break;
                case ['-', ..]:
                    throw new NotSupportedException(
                        $"curl's {word.Current} is not known here: see {nameof(CurlCommand)}."
                    );
                default:
                    address = word.Current;
                    break;
            }
        }

        address = address.Replace("http://", "", StringComparison.Ordinal);
        Assert.StartsWith("localhost:3000/", address, StringComparison.Ordinal);
        Assert.Equal(inAddress, query.Count > 0);
        address = address["localhost:3000".Length..] + (inAddress ? "?" + string.Join('&', query) : "");
        // As curl has it: data without a method is a POST, of a form unless a header says otherwise.
        HttpContent? content = (HttpContent?)form ?? (body is null ? null : new StringContent(body, Encoding.UTF8));
        var request = new HttpRequestMessage(
            new HttpMethod(method ?? (content is null ? "GET" : "POST")),
            new Uri(server, address)
        )
        {
            Content = content,
        };
        if (body is not null)
        {
            content!.Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        foreach ((string name, string value) in headers)
        {
            if (name.Equals("content-type", StringComparison.OrdinalIgnoreCase))
            {
                content!.Headers.ContentType = new(value);
            }
            else
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            }
        }

        return request;

        string Next()
        {
            Assert.True(word.MoveNext(), "The last option has no value.");
            return word.Current;
        }
    }

    private static void AddPart(MultipartFormDataContent form, string part, string folder)
    {
        string[] pair = part.Split('=', 2);
        if (pair[1].StartsWith('@'))
        {
            string name = pair[1][1..];
            form.Add(new ByteArrayContent(File.ReadAllBytes(Path.Combine(folder, name))), pair[0], name);
        }
        else
        {
            form.Add(new StringContent(pair[1]), pair[0]);
        }
    }
}
