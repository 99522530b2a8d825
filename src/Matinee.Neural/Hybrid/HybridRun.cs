using System.Diagnostics;
using System.Globalization;
using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using TorchSharp;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>One training from start, or checkpoint, to model.</summary>
internal sealed class HybridRun : IDisposable
{
    private const double WarmUpShare = 0.05;

    private readonly HybridOptions options;
    private readonly TrainingContext context;
    private readonly Device device;
    private readonly HybridData data;
    private readonly HybridParameters parameters;
    private readonly DropoutBank dropout;
    private readonly bool bfloat16;
    private readonly HybridNetwork network;
    private readonly HybridLoss loss;
    private readonly RowAdamW optimizer;
    private readonly BatchSampler sampler;
    private readonly ValidationLoss? validation;
    private readonly EarlyStopping stopping;
    private readonly Checkpoint? checkpoint;
    private readonly TrainingLog? log;

    /// <param name="facets">The movies' facets, where they are not to be encoded.</param>
    public HybridRun(
        TrainingData training,
        HybridOptions options,
        TrainingContext context,
        Device device,
        FacetTable? facets
    )
    {
        this.options = options;
        this.context = context;
        this.device = device;
        data = HybridData.Of(training, options, context, device, facets);
        context.Report("starting from the closed form", 0);
        random.manual_seed(context.Seed);
        CollectionPause.Renew();
        parameters = new HybridParameters(data, options, device);
        CollectionPause.Renew();
        dropout = new DropoutBank(device);
        bfloat16 = options.Precision switch
        {
            HybridPrecision.Auto => device.type == DeviceType.CUDA,
            HybridPrecision precision => precision == HybridPrecision.Mixed,
        };
        network = new HybridNetwork(data, options);
        loss = new HybridLoss(data, options);
        optimizer = new RowAdamW(options.MaxGradNorm);
        sampler = new BatchSampler(data, options, context.Seed);
        stopping = new EarlyStopping(options.EarlyStoppingPatience);
        validation = ValidationLoss.Of(data, training.Validation, options, context.Seed);
        if (context.WorkFolder is { } folder)
        {
            string name = RunName.Of(training, HybridTrainer.Kind.ToJson(options).GetRawText(), context.Seed);
            checkpoint = new Checkpoint(Path.Combine(folder, name + ".safetensors"));
            string losses = Path.Combine(folder, name + ".csv");
            log = new TrainingLog(losses, EpochLosses.LogHeader);
            context.LogOpened?.Invoke(losses);
        }
    }

    public HybridModel Train()
    {
        int last = options.StopAfter ?? options.NEpochs;
        int done = checkpoint?.Restore(parameters, optimizer, stopping) ?? 0;
        if (done > 0)
        {
            context.Tell(TrainingFact.GoingOn, string.Create(CultureInfo.InvariantCulture, $"after epoch {done}"));
        }

        log?.KeepUpTo(done);
        EpochLosses? losses = null;
        for (int epoch = done + 1; epoch <= last && !(validation is not null && stopping.IsOver(epoch - 1)); epoch++)
        {
            losses = Epoch(epoch, last, losses);
            if (validation is not null)
            {
                CollectionPause.Renew();
                losses = losses with { Validation = validation.Of(network, loss, parameters, device) };
                if (stopping.Improved(epoch, losses.Validation.Value))
                {
                    parameters.Keep();
                }
            }

            log?.Append(losses.LogLine(epoch));
            checkpoint?.Write(epoch, parameters, optimizer, stopping);
        }

        if (validation is null)
        {
            return HybridExport.Model(data, parameters, network, options, device, context.Seed);
        }

        parameters.ReturnToKept();
        CollectionPause.Renew();
        return HybridExport.Model(
            data,
            parameters,
            network,
            options.StoppingAfter(stopping.BestEpoch),
            device,
            context.Seed
        );
    }

    public void Dispose()
    {
        parameters.Dispose();
        dropout.Dispose();
        data.Dispose();
    }

    private EpochLosses Epoch(int epoch, int last, EpochLosses? before)
    {
        long start = Stopwatch.GetTimestamp();
        string stage = Stage(epoch, last, before);
        var sums = new EpochLosses();
        foreach (Batch batch in sampler.Epoch(epoch))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            sums += Step(batch, epoch, sums.Steps);
            CollectionPause.Renew();
            double fraction = (epoch - 1 + (double)sums.Steps / sampler.StepsPerEpoch) / last;
            context.Report(stage, fraction, sums.Mean.Total);
        }

        return sums.Mean with
        {
            Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
        };
    }

    // The figures are the epoch's before: those of the running one are not complete.
    private static string Stage(int epoch, int last, EpochLosses? before) =>
        string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}/{last}")
        + (
            before is null
                ? ""
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $" ({before.Samples / before.Seconds:N0} samples/s; rating {before.Rating:F3}, ranking {before.Ranking:F3})"
                )
        );

    private EpochLosses Step(Batch batch, int epoch, int step)
    {
        using var scope = NewDisposeScope();
        // Dropout and ids that are switched off: the same after a restart.
        long number = (long)(epoch - 1) * sampler.StepsPerEpoch + step;
        random.manual_seed(context.Seed * 1_000_003 + number);
        var tensors = new StepTensors(parameters, batch, device, training: true, dropout) { Bfloat16 = bfloat16 };
        bool idsOff = rand(1).item<float>() < options.ColdShare;
        LossParts parts = loss.Of(tensors, batch, network.Forward(tensors, batch, idsOff), idsOff);
        parts.Total.backward();
        optimizer.Step(tensors.Leaves, LearningRateScale(number));
        var losses = new EpochLosses
        {
            Steps = 1,
            Samples = batch.Targets.Users.Length,
            Total = parts.Total.item<float>(),
            Rating = parts.Rating.item<float>(),
            Ranking = parts.Ranking.item<float>(),
            Diversity = parts.Diversity?.item<float>() ?? 0,
            Distribution = parts.Distribution?.item<float>() ?? 0,
        };
        return double.IsFinite(losses.Total)
            ? losses
            : throw new MatineeException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The training diverged in epoch {epoch}: the loss is no number. Lower learning_rate or max_grad_norm."
                )
            );
    }

    // Up in a straight line, down along a cosine (Loshchilov and Hutter 2017).
    private double LearningRateScale(long step)
    {
        double steps = (double)sampler.StepsPerEpoch * options.NEpochs;
        double warmUp = Math.Min(1, (step + 1) / (steps * WarmUpShare + 1));
        return warmUp * (1 + Math.Cos(Math.PI * (step + 1) / steps)) / 2;
    }
}
