namespace Matinee.Client.Tests.Http;

/// <summary>Answers as a test says, and remembers what it was asked.</summary>
/// <param name="answer">To the request of a number, from 0 on.</param>
internal sealed class ScriptedServer(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<HttpRequestMessage> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = answer(Requests.Count);
        response.RequestMessage = request;
        Requests.Add(request);
        return Task.FromResult(response);
    }
}
