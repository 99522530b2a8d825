using System.Diagnostics;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Data.Folders;

namespace Matinee.Bench;

/// <summary>Implicit ALS: time per iteration and the loss after a few.</summary>
internal static class AlsTable
{
    /// <summary>On a million interactions shaped like MovieLens 1M.</summary>
    public static void Print(TextWriter output) => Print(output, SyntheticInputs.MovieLens1M(), 10);

    /// <summary>On every rating of a dataset.</summary>
    public static void Print(TextWriter output, string folder, int iterations)
    {
        Dataset dataset = DatasetFolder.Read(folder);
        Print(output, dataset.Matrix(Enum.GetValues<SplitPart>()), iterations);
    }

    private static void Print(TextWriter output, InteractionMatrix train, int iterations)
    {
        output.WriteLine(
            $"{train.EntryCount} interactions, {train.RowCount} × {train.ColumnCount}, {Environment.ProcessorCount} cores; "
                + $"median of {iterations} iterations, loss included"
        );
        output.WriteLine(
            $"{"solver", -20} {"factors", 8} {"ms/iteration", 13} {"CPU ms", 9} {"loss", 12} {"peak MB", 9}"
        );
        foreach (AlsSolver solver in Enum.GetValues<AlsSolver>())
        {
            foreach (int factors in new[] { 64, 128 })
            {
                var options = new ImplicitAlsOptions
                {
                    Factors = factors,
                    Iterations = iterations,
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
            $"{options.Solver, -20} {options.Factors, 8} {watch.MedianMilliseconds, 13:F1} {watch.MedianCpu, 9:F0} {watch.Loss, 12:F0} "
                + $"{process.PeakWorkingSet64 / 1e6, 9:F0}"
        );
    }

    private sealed class IterationWatch : IProgress<TrainingProgress>
    {
        private readonly List<double> milliseconds = [];
        private readonly List<double> cpu = [];
        private long last = Stopwatch.GetTimestamp();
        private TimeSpan lastCpu = Environment.CpuUsage.TotalTime;

        public double Loss { get; private set; }

        public double MedianMilliseconds => Median(milliseconds);

        /// <summary>Of all threads together.</summary>
        public double MedianCpu => Median(cpu);

        public void Report(TrainingProgress value)
        {
            milliseconds.Add(Stopwatch.GetElapsedTime(last).TotalMilliseconds);
            cpu.Add((Environment.CpuUsage.TotalTime - lastCpu).TotalMilliseconds);
            last = Stopwatch.GetTimestamp();
            lastCpu = Environment.CpuUsage.TotalTime;
            Loss = value.Loss ?? 0;
        }

        // The first one holds the start-up.
        private static double Median(List<double> times) => times.Skip(1).Order().ElementAt((times.Count - 1) / 2);
    }
}
