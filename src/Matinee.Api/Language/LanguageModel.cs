using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Matinee.Api.Hosting;
using Matinee.Api.Posters;
using Microsoft.Extensions.AI;
using ChatClient = OpenAI.Chat.ChatClient;

namespace Matinee.Api.Language;

/// <summary>
/// Asks the operator's language model: two questions at a time, each within its time and its bound on bytes, at no other address, and
/// none for a while after a failure. Whatever goes wrong, the answer is that there is none.
/// </summary>
internal sealed class LanguageModel : IDisposable
{
    private const int AtATime = 2;
    private const int MostBytes = 256 << 10;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly LanguageOptions options;
    private readonly ILogger log;
    private readonly AskingPause pause;
    private readonly SemaphoreSlim places = new(AtATime);
    private readonly Lazy<IChatClient> client;

    public LanguageModel(LanguageOptions options, TimeProvider time, ILogger log)
    {
        this.options = options;
        this.log = log;
        pause = new AskingPause(time);
        client = new(Connect);
    }

    /// <param name="task">What to do.</param>
    /// <param name="material">What to do it with: data, never an instruction.</param>
    /// <param name="shape">JSON Schema of the answer.</param>
    /// <returns>A JSON object, not checked against the shape; null where there is none in time.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<JsonElement?> AskAsync(
        string task,
        string material,
        JsonElement shape,
        int mostTokens,
        CancellationToken cancellation
    )
    {
        if (pause.Left is not null)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        bool isHere = false;
        try
        {
            await places.WaitAsync(limit.Token);
            isHere = true;
            ChatResponse response = await client.Value.GetResponseAsync(
                [new ChatMessage(ChatRole.System, task), new ChatMessage(ChatRole.User, material)],
                new ChatOptions
                {
                    Temperature = 0.2f,
                    MaxOutputTokens = mostTokens,
                    ResponseFormat = ChatResponseFormat.ForJsonSchema(shape, "answer"),
                },
                limit.Token
            );
            pause.Succeed();
            return JsonReply.Read(response.Text);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (!isHere)
        {
            // Others are being answered: the model is slow, not broken.
            return null;
        }
        catch (OperationCanceledException)
        {
            Fail("The language model did not answer in time.");
            return null;
        }
        // The client throws whatever it trips over in an answer: of its own kinds, JSON's, arguments out of range.
        catch (Exception exception)
        {
            Fail($"The language model failed ({Kind(exception)}).");
            return null;
        }
        finally
        {
            if (isHere)
            {
                places.Release();
            }
        }
    }

    public void Dispose()
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }

        places.Dispose();
    }

    // An answer's own words could say anything: its status is enough.
    private static string Kind(Exception exception) =>
        exception is ClientResultException { Status: > 0 } refused
            ? $"status {refused.Status}"
            : exception.GetType().Name;

    private void Fail(string what)
    {
        TimeSpan length = pause.Fail(null, out bool begins);
        if (begins)
        {
            log.LanguageModelPaused(what, (int)Math.Ceiling(Math.Min(length.TotalSeconds, LongestPause.TotalSeconds)));
        }
    }

    // When first asked: a server that never asks loads nothing of this.
    private IChatClient Connect()
    {
        var handler = new SocketsHttpHandler
        {
            // A redirection could lead anywhere, this machine's own network included.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !options.Url.IsLoopback,
        };
        var http = new HttpClient(new BoundedAnswers(handler, MostBytes)) { Timeout = Timeout.InfiniteTimeSpan };
        var settings = new OpenAI.OpenAIClientOptions
        {
            Endpoint = options.Url,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = options.Timeout,
            EnableDistributedTracing = false,
        };
        // The client wants a key, also for those who do not.
        var key = new ApiKeyCredential(options.Key?.Text ?? "none");
        return new ChatClient(options.Model, key, settings).AsIChatClient();
    }
}
