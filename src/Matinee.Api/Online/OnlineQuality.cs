using Matinee.Api.Contracts;

namespace Matinee.Api.Online;

/// <summary>How well the models' lists do with the people who see them; read at most every ten seconds.</summary>
internal sealed class OnlineQuality(IOutcomeStore store, TimeProvider time, ILogger<OnlineQuality> logger) : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim reading = new(1);
    private IReadOnlyList<ModelOutcomes> sums = [];
    private long? readAt;

    /// <param name="current">The id of the model that answers now.</param>
    public async Task<IReadOnlyList<OnlineAnswer>> AnswerAsync(string current, CancellationToken cancellation)
    {
        string name = ListIds.Shortened(current);
        return [.. (await SumsAsync(cancellation)).Select(one => OnlineAnswer.Of(one, one.Model == name))];
    }

    public void Dispose() => reading.Dispose();

    private async Task<IReadOnlyList<ModelOutcomes>> SumsAsync(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            if (readAt is null || time.GetElapsedTime(readAt.Value) >= Remembered)
            {
                sums = await store.SumsAsync(cancellation);
                readAt = time.GetTimestamp();
            }
        }
        // The model's page has more to say than this.
        catch (Core.MatineeException exception)
        {
            logger.LogWarning(exception, "What became of recommendations can't be read now.");
        }
        finally
        {
            reading.Release();
        }

        return sums;
    }
}
