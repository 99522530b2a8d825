using System.Diagnostics;
using System.Globalization;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Several chains, sweep by sweep beside each other, from start, or checkpoint, to samples.</summary>
internal sealed class GibbsRun : IDisposable
{
    // Writing all that was sampled takes as long as some sweeps; of a large run, so much that it is done less often.
    private static readonly TimeSpan s_checkpointInterval = TimeSpan.FromSeconds(30);
    private const double LeastWorkPerWriting = 20;

    // Losses are RMSEs: of the sweep's own predictions, and of the average so far on what is held out.
    private const string LogHeader = "sweep,loss,validation_loss,samples,seconds";

    private readonly FactorizationMachineOptions options;
    private readonly TrainingContext context;
    private readonly Design design;
    private readonly GibbsChain[] chains;
    private PosteriorSamples posterior;
    private readonly KeptSweeps kept;
    private readonly HeldOutRatings? heldOut;
    private readonly GibbsCheckpoint? checkpoint;
    private readonly TrainingLog? log;

    public GibbsRun(TrainingData data, FactorizationMachineOptions options, TrainingContext context)
    {
        this.options = options;
        this.context = context;
        context.Report("laying out the features", 0);
        DayMap? days = options.UseDay ? DayMap.Of(data.Ratings.Timestamps) : null;
        design = DesignBuilder.Build(data, options, days);
        string missing = string.Join(", ", DesignBuilder.Missing(design, data, options));
        if (missing.Length > 0)
        {
            context.Tell(TrainingFact.NotInTheData, missing);
        }

        int threads = Math.Max(1, context.MaxThreads / options.Chains);
        chains =
        [
            .. Enumerable
                .Range(0, options.Chains)
                .Select(chain => new GibbsChain(
                    design,
                    options.Rank,
                    options.Likelihood,
                    ChainSeed(chain),
                    new ParallelOptions { MaxDegreeOfParallelism = threads }
                )),
        ];
        var shape = PosteriorShape.Of(data, design, options, days);
        kept = new KeptSweeps(options, shape.Samples);
        posterior = new PosteriorSamples(shape with { Samples = kept.Count * options.Chains });
        heldOut = data.Validation is { EntryCount: > 0 } validation ? new HeldOutRatings(validation, days) : null;
        if (context.WorkFolder is { } folder)
        {
            string json = FactorizationMachineModel.ModelKind.ToJson(options).GetRawText();
            string name = RunName.Of(data, json, context.Seed);
            checkpoint = new GibbsCheckpoint(Path.Combine(folder, name + ".safetensors"));
            string path = Path.Combine(folder, name + ".csv");
            log = new TrainingLog(path, LogHeader);
            context.LogOpened?.Invoke(path);
        }
    }

    public PosteriorSamples Sample()
    {
        int done = 0;
        if (checkpoint?.Restore(chains, heldOut) is { } stored)
        {
            (done, posterior) = stored;
            context.Tell(TrainingFact.GoingOn, string.Create(CultureInfo.InvariantCulture, $"after sweep {done}"));
        }

        log?.KeepUpTo(done);
        long written = Stopwatch.GetTimestamp();
        TimeSpan interval = s_checkpointInterval;
        string stage = "sampling";
        for (int sweep = done + 1; sweep <= options.Sweeps; sweep++)
        {
            if (context.Cancellation.IsCancellationRequested)
            {
                // What is sampled so far is kept.
                checkpoint?.Write(sweep - 1, chains, posterior, heldOut);
                context.Cancellation.ThrowIfCancellationRequested();
            }

            context.Report(stage, (double)(sweep - 1) / options.Sweeps);
            stage = Sweep(sweep);
            if (checkpoint is not null && Stopwatch.GetElapsedTime(written) > interval)
            {
                long start = Stopwatch.GetTimestamp();
                checkpoint.Write(sweep, chains, posterior, heldOut);
                written = Stopwatch.GetTimestamp();
                TimeSpan worthwhile = LeastWorkPerWriting * Stopwatch.GetElapsedTime(start, written);
                interval = worthwhile > s_checkpointInterval ? worthwhile : s_checkpointInterval;
            }
        }

        return posterior;
    }

    public void Dispose()
    {
        foreach (GibbsChain chain in chains)
        {
            chain.Dispose();
        }
    }

    private long ChainSeed(int chain) => unchecked(context.Seed * 1_000_003 + chain);

    private string Sweep(int sweep)
    {
        long start = Stopwatch.GetTimestamp();
        var squares = new double[chains.Length];
        int place = kept.PlaceOf(sweep);
        var rows = new RowValues?[chains.Length];
        Parallel.For(
            0,
            chains.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, context.MaxThreads) },
            chain =>
            {
                chains[chain].Sweep();
                squares[chain] = chains[chain].SquaredErrors();
                if (place >= 0 || heldOut is not null)
                {
                    rows[chain] = chains[chain].Rows();
                }

                if (place >= 0)
                {
                    posterior.Store(chain * kept.Count + place, design, chains[chain], rows[chain]!);
                }
            }
        );
        if (heldOut is not null)
        {
            // A sweep that was begun is ended, so that all of a checkpoint is of one.
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = context.MaxThreads };
            foreach ((int n, GibbsChain chain) in chains.Index())
            {
                heldOut.Add(design, chain, rows[n]!, parallel);
            }
        }

        double train = Math.Sqrt(squares.Sum() / ((double)design.Count * chains.Length));
        double? validation = heldOut?.Rmse(sweep * chains.Length);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        log?.Append(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sweep},{train:F6},{validation:F6},{(long)design.Count * chains.Length},{seconds:F4}"
            )
        );
        string figures = validation is { } rmse
            ? string.Create(CultureInfo.InvariantCulture, $"train RMSE {train:F4}, validation {rmse:F4}")
            : string.Create(CultureInfo.InvariantCulture, $"train RMSE {train:F4}");
        return string.Create(CultureInfo.InvariantCulture, $"sweep {sweep}/{options.Sweeps} ({figures})");
    }
}
