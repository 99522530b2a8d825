using System.Diagnostics;
using System.Globalization;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Bench;

/// <summary>How long a sweep of the factorization machine takes, all feature groups on.</summary>
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
