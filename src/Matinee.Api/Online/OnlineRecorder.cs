using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Matinee.Api.Online;

/// <summary>
/// Counts what is shown and gathers what comes of it, and writes both every second: no request waits for that. Who is killed
/// in between loses the last second's counts; ratings and events themselves are written before they are answered.
/// </summary>
internal sealed class OnlineRecorder(IOutcomeStore store, TimeProvider time, ILogger<OnlineRecorder> logger)
    : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    // While the database is away; then the oldest go.
    private const int MostWaiting = 100_000;

    private readonly ConcurrentDictionary<(string Model, int Day), Counts> shown = new();
    private readonly Channel<Outcome> outcomes = Channel.CreateBounded<Outcome>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest }
    );
    private readonly SemaphoreSlim writing = new(1);
    private bool failed;

    /// <summary>A list was shown.</summary>
    /// <param name="movies">How many it has.</param>
    public void Show(string model, int movies)
    {
        if (movies == 0)
        {
            return;
        }

        int day = (int)(time.GetUtcNow().ToUnixTimeSeconds() / 86_400);
        shown.GetOrAdd((ListIds.Shortened(model), day), _ => new Counts()).Add(1, movies);
    }

    public void Add(Outcome outcome) => outcomes.Writer.TryWrite(outcome);

    /// <summary>Writes what there is; nothing is lost where that fails.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            ShownLists[] lists = TakeShown();
            List<Outcome> taken = [];
            while (outcomes.Reader.TryRead(out Outcome? one))
            {
                taken.Add(one);
            }

            if (lists.Length + taken.Count > 0)
            {
                await WriteAsync(lists, taken, cancellation);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    public override void Dispose()
    {
        writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Between, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) { }
    }

    private async Task WriteAsync(ShownLists[] lists, List<Outcome> taken, CancellationToken cancellation)
    {
        try
        {
            await store.AddAsync(lists, taken, cancellation);
            failed = false;
        }
        // Whatever it is, it is no request's affair; the next second tries again.
        catch (Exception exception)
        {
            foreach (ShownLists one in lists)
            {
                shown.GetOrAdd((one.Model, one.Day), _ => new Counts()).Add(one.Lists, one.Movies);
            }

            taken.ForEach(Add);
            if (!failed && exception is not OperationCanceledException)
            {
                logger.LogWarning(
                    exception,
                    "What became of recommendations can't be written now; trying every second."
                );
                failed = true;
            }
        }
    }

    private ShownLists[] TakeShown()
    {
        var taken = new List<ShownLists>();
        foreach (((string model, int day), Counts counts) in shown)
        {
            if (counts.Take() is (> 0 and var lists, var movies))
            {
                taken.Add(new ShownLists(model, day, lists, movies));
            }
        }

        return [.. taken];
    }

    private sealed class Counts
    {
        private readonly Lock gate = new();
        private long lists;
        private long movies;

        public void Add(long moreLists, long moreMovies)
        {
            lock (gate)
            {
                lists += moreLists;
                movies += moreMovies;
            }
        }

        public (long Lists, long Movies) Take()
        {
            lock (gate)
            {
                (long, long) taken = (lists, movies);
                lists = movies = 0;
                return taken;
            }
        }
    }
}
