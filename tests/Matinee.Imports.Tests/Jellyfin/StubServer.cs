using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Matinee.Imports.Tests.Jellyfin;

/// <summary>A web server on localhost that answers whatever a test wants.</summary>
internal sealed class StubServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Func<HttpListenerRequest, StubAnswer> answer;

    public StubServer(Func<HttpListenerRequest, StubAnswer> answer)
    {
        this.answer = answer;
        Address = $"http://127.0.0.1:{FreePort.Find()}";
        listener.Prefixes.Add(Address + "/");
        listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Without a slash at its end.</summary>
    public string Address { get; }

    /// <summary>What was asked for, with queries.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    // The loop is not waited for: a request asked for while the listener closes may never come, nor be refused.
    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or InvalidOperationException)
            {
                return;
            }

            Asked.Enqueue(context.Request.RawUrl!);
            _ = SendAsync(context, answer(context.Request));
        }
    }

    private static async Task SendAsync(HttpListenerContext context, StubAnswer answer)
    {
        try
        {
            await Task.Delay(answer.Delay);
            context.Response.StatusCode = answer.Status;
            context.Response.RedirectLocation = answer.Location;
            context.Response.Close(Encoding.UTF8.GetBytes(answer.Body), willBlock: false);
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The client went away, which tests do.
        }
    }
}

internal sealed record StubAnswer(string Body, int Status = 200, string? Location = null)
{
    public TimeSpan Delay { get; init; }
}
