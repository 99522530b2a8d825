using Matinee.Api.Hosting;
using Matinee.Api.Serving;
using Matinee.Core;
using Matinee.Core.Artifacts;

namespace Matinee.Api.Swapping;

/// <summary>
/// Looks at the model folder every two seconds and lets the bundle that is current there answer. It looks instead of being told, since
/// file systems on a network tell nobody.
/// </summary>
internal sealed class ModelWatch(ModelSwap swap, ModelSource source, LiveModel live, TimeProvider time, ILogger log)
    : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // What can't be used is left alone until it changes, or for so long: the store may have been away.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private string? seen;
    private string? refused;
    private long refusedAt;
    private string? complaint;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) { }
    }

    internal async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            string? state = State();
            // Twice the same, so that nothing is read that is still being copied.
            if (state is not null && state == seen && (state != refused || time.GetElapsedTime(refusedAt) >= Patience))
            {
                (refused, refusedAt) = (state, time.GetTimestamp());
                await swap.ReloadAsync(cancellation);
                refused = null;
            }

            seen = state;
            complaint = state == refused ? complaint : null;
        }
        catch (Exception exception) when (exception is MatineeException or IOException or UnauthorizedAccessException)
        {
            if (complaint != exception.Message)
            {
                complaint = exception.Message;
                log.SwapRefused(exception.Message);
            }
        }
    }

    // Null where the bundle that answers is current, or none is whole.
    private string? State()
    {
        ModelVersion version = source.History.CurrentOrPlain();
        string folder = version.Folder;
        // Between two renames, or a copy that has just begun.
        if (!ModelBundle.IsBundle(folder) || ModelBundle.ReadId(folder) is var id && id == live.Current.ModelId)
        {
            return null;
        }

        var files = new List<string> { id };
        foreach (string name in ModelBundle.ReadManifest(version).Files.Keys)
        {
            var file = new FileInfo(Path.Combine(folder, name));
            bool needed = !name.StartsWith(BundleHistories.Folder + "/", StringComparison.Ordinal);
            if (needed && !file.Exists)
            {
                return null;
            }

            files.Add(file.Exists ? $"{file.Length} {file.LastWriteTimeUtc.Ticks}" : "");
        }

        return string.Join('\n', files);
    }
}
