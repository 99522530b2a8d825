namespace Matinee.Api.Language;

/// <summary>Refuses answers beyond a number of bytes, whatever their header says.</summary>
internal sealed class BoundedAnswers(HttpMessageHandler inner, int mostBytes) : DelegatingHandler(inner)
{
    /// <exception cref="HttpRequestException">The answer is longer.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(mostBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Ask asynchronously.");
}
