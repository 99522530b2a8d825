using System.Diagnostics;
using System.Globalization;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Bench;

/// <summary>How long a sweep of the factorization machine takes, all feature groups on, and a visitor's prediction.</summary>
internal static class FactorizationTable
{
    private const int Genres = 18;

    // Until the code is compiled as it stays.
    private const int Warm = 30;
    private const int Timed = 20;

    public static void Print(TextWriter output)
    {
        output.WriteLine(
            "| ratings | rank | likelihood | threads | ms per sweep | 512 sweeps (s) | peak memory (GB) |"
        );
        output.WriteLine("|---|---|---|---|---|---|---|");
        TrainingData small = Data(610, 9_724);
        Print(output, small, 10, RatingLikelihood.Gaussian, threads: 1);
        Print(output, small, 10, RatingLikelihood.Probit, threads: 1);
        TrainingData large = Data(6_040, 3_706);
        Print(output, large, 32, RatingLikelihood.Gaussian, threads: 2);
        Print(output, large, 32, RatingLikelihood.Probit, threads: 2);
        output.WriteLine();
        PrintFoldIns(output, small);
    }

    // Of the model as it is by default, but for its sweeps: how well it knows the data takes no time.
    private static void PrintFoldIns(TextWriter output, TrainingData data)
    {
        output.WriteLine("| a visitor with ratings | likelihood | one movie's stars (ms) | a list's scores (ms) |");
        output.WriteLine("|---|---|---|---|");
        foreach (RatingLikelihood likelihood in Enum.GetValues<RatingLikelihood>())
        {
            var options = new FactorizationMachineOptions
            {
                Likelihood = likelihood,
                Sweeps = 128,
                Chains = 1,
            };
            var model = (FactorizationMachineModel)
                FactorizationMachineTrainer.Train(data, options, new TrainingContext());
            foreach (int count in (int[])[10, 100, 500])
            {
                UserHistory visitor = Enumerable
                    .Range(0, data.Ratings.RowCount)
                    .Select(user => data.Ratings.History(new UserIndex(user)))
                    .MinBy(history => Math.Abs(history.Count - count))!
                    .WithoutRow();
                var prediction = new RatingPrediction[1];
                double stars = Milliseconds(() => model.Predict(visitor, [0], prediction));
                var scores = new float[model.ItemCount];
                double list = Milliseconds(() => model.Score(visitor, scores));
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {visitor.Count} | {likelihood} | {stars:F1} | {list:F1} |"
                    )
                );
            }
        }
    }

    private static double Milliseconds(Action action)
    {
        const int Rounds = 100;
        // Until the code is compiled as it stays.
        Repeated();
        return Clock.Milliseconds(Repeated) / Rounds;

        void Repeated()
        {
            for (int n = 0; n < Rounds; n++)
            {
                action();
            }
        }
    }

    private static void Print(TextWriter output, TrainingData data, int rank, RatingLikelihood likelihood, int threads)
    {
        double seconds = SecondsPerSweep(data, rank, likelihood, threads);
        using var process = Process.GetCurrentProcess();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {data.Ratings.EntryCount:N0} | {rank} | {likelihood} | {threads} | {1000 * seconds:F0} | {512 * seconds:F1} | {process.PeakWorkingSet64 / 1e9:F2} |"
            )
        );
    }

    private static double SecondsPerSweep(TrainingData data, int rank, RatingLikelihood likelihood, int threads)
    {
        string folder = Directory.CreateTempSubdirectory("matinee-bench-").FullName;
        string? log = null;
        var options = new FactorizationMachineOptions
        {
            Rank = rank,
            Likelihood = likelihood,
            Chains = 1,
            Sweeps = Warm + Timed,
            KeptSamples = 1,
        };
        var context = new TrainingContext
        {
            WorkFolder = folder,
            MaxThreads = threads,
            LogOpened = path => log = path,
        };
        FactorizationMachineTrainer.Train(data, options, context);

        double[] sweeps =
        [
            .. File.ReadLines(log!)
                .Skip(1 + Warm)
                .Select(line => double.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture)),
        ];
        Directory.Delete(folder, recursive: true);
        return sweeps.Average();
    }

    private static TrainingData Data(int users, int movies) =>
        new(
            SyntheticInputs.MovieLensSmall(users, movies),
            SyntheticInputs.Catalog(movies, n => [$"Genre {n % Genres}", $"Genre {n * 7 % Genres}"])
        );
}
