using System.Diagnostics;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.ImplicitAls;

namespace Matinee.Bench;

/// <summary>Implicit ALS on a million interactions shaped like MovieLens 1M: time per iteration and the loss after ten.</summary>
internal static class AlsTable
{
    private const int Iterations = 10;

    public static void Print(TextWriter output)
    {
        InteractionMatrix train = SyntheticInputs.MovieLens1M();
        output.WriteLine(
            $"{train.EntryCount} interactions, {train.RowCount} × {train.ColumnCount}, {Environment.ProcessorCount} cores; "
                + $"median of {Iterations} iterations, loss included"
        );
        output.WriteLine($"{"solver", -20} {"factors", 8} {"ms/iteration", 13} {"loss", 12} {"peak MB", 9}");
        foreach (AlsSolver solver in Enum.GetValues<AlsSolver>())
        {
            foreach (int factors in new[] { 64, 128 })
            {
                var options = new ImplicitAlsOptions
                {
                    Factors = factors,
                    Iterations = Iterations,
                    Solver = solver,
                };
                Measure(output, train, options);
            }
        }
    }

    private static void Measure(TextWriter output, InteractionMatrix train, ImplicitAlsOptions options)
    {
        var watch = new IterationWatch();
        ImplicitAlsTrainer.Train(train, options, new TrainingContext { Progress = watch });
        using var process = Process.GetCurrentProcess();
        output.WriteLine(
            $"{options.Solver, -20} {options.Factors, 8} {watch.MedianMilliseconds, 13:F1} {watch.Loss, 12:F0} "
                + $"{process.PeakWorkingSet64 / 1e6, 9:F0}"
        );
    }

    private sealed class IterationWatch : IProgress<TrainingProgress>
    {
        private readonly List<double> milliseconds = [];
        private long last = Stopwatch.GetTimestamp();

        public double Loss { get; private set; }

        // The first one holds the start-up.
        public double MedianMilliseconds => milliseconds.Skip(1).Order().ElementAt((milliseconds.Count - 1) / 2);

        public void Report(TrainingProgress value)
        {
            long now = Stopwatch.GetTimestamp();
            milliseconds.Add(Stopwatch.GetElapsedTime(last, now).TotalMilliseconds);
            last = now;
            Loss = value.Loss ?? 0;
        }
    }
}
