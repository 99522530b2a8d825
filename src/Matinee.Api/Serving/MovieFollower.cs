using Matinee.Api.Store;

namespace Matinee.Api.Serving;

/// <summary>Looks for movies that other servers on the store have added, twice a second.</summary>
internal sealed class MovieFollower(LiveModel live, IUserStore store, TimeProvider time, ILogger<MovieFollower> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!store.IsShared)
        {
            return;
        }

        bool failed = false;
        using PeriodicTimer timer = new(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await live.CatchUpAsync(stoppingToken);
                failed = false;
            }
            // A server that can't see new movies for a while still serves the others.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (!failed)
                {
                    logger.LogWarning(exception, "Movies that other servers add can't be looked for now.");
                }

                failed = true;
            }
        }
    }
}
