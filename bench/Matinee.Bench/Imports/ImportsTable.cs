using System.Globalization;
using Matinee.Bench.Search;
using Matinee.Core.Catalog;
using Matinee.Imports;
using Matinee.Imports.Matching;
using Matinee.Imports.Tests.Matching;
using Matinee.Imports.Tests.Matching.Disguises;

namespace Matinee.Bench.Imports;

/// <summary>What becomes of real titles under a disguise, and how long recognising a file of them takes.</summary>
internal static class ImportsTable
{
    private const int Seed = 1;
    private const int ManyMovies = 87_585;
    private const int Rows = 5000;
    private const int Rounds = 5;

    public static void Print(TextWriter output, string? movieLensFolder)
    {
        MovieCatalog demo = RealTitles.Demo();
        PrintTrials(output, "demo", demo);
        if (movieLensFolder is not null)
        {
            MovieCatalog small = RealTitles.MovieLens(movieLensFolder);
            PrintTrials(output, "latest-small", small);
            PrintTimes(output, "latest-small", small);
        }

        Movie[] many = new SyntheticFilms(1).Draw(ManyMovies);
        PrintTimes(output, "synthetic", new MovieCatalog(many, many.Length));
    }

    private static void PrintTrials(TextWriter output, string name, MovieCatalog catalog)
    {
        var trial = new DisguiseTrial(catalog, Seed);
        output.WriteLine($"{name}, {catalog.Count} movies");
        output.WriteLine("| disguise | films | right | wrong | asked | unknown |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (string disguise in Disguise.All.Keys)
        {
            PrintRow(output, disguise, trial.Run(disguise));
        }

        for (int disguises = 1; disguises <= 3; disguises++)
        {
            PrintRow(output, $"any {disguises}, one in ten without a year", trial.Run(disguises));
        }

        PrintRow(output, "not in the catalogue, any 1", trial.HeldOut(1, year: true));
        PrintRow(output, "not in the catalogue, any 2", trial.HeldOut(2, year: true));
        PrintRow(output, "not in the catalogue, no year", trial.HeldOut(1, year: false));
    }

    private static void PrintRow(TextWriter output, string name, TrialCounts counts)
    {
        if (counts.Films == 0)
        {
            return;
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {counts.Films} | {counts.Share(counts.Right):P2} | {counts.Share(counts.Wrong):P2} | {counts.Share(counts.Ambiguous):P2} | {counts.Share(counts.Unknown):P2} |"
            )
        );
    }

    private static void PrintTimes(TextWriter output, string name, MovieCatalog catalog)
    {
        FilmMatcher? matcher = null;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        double first = Clock.Milliseconds(() => matcher = new FilmMatcher(catalog));
        double memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        output.WriteLine(
            $"{name}, {catalog.Count} movies: ready after {first:F0} ms cold, {Best(() => _ = new FilmMatcher(catalog)):F0} ms warm; {memory:F1} MB"
        );
        Plan("as they are", film => film);
        Plan("with two disguises", film => DisguiseTrial.Disguised(film, 2, new Random(film.Title.Length)) ?? film);
        Plan("with none in the catalogue", film => film with { Title = new string([.. film.Title.Reverse()]) });
        Plan("and without a year", film => film with { Title = new string([.. film.Title.Reverse()]), Year = null });

        void Plan(string how, Func<Disguised, Disguised> change)
        {
            ImportedFilm[] films =
            [
                .. Enumerable
                    .Range(0, Rows)
                    .Select(n => change(DisguiseTrial.View(catalog.Movies[(int)((long)n * catalog.Count / Rows)])))
                    .Select((film, n) => Films.Film(film.Title, film.Year, n + 2)),
            ];
            double once = Clock.Milliseconds(Make);
            output.WriteLine($"  {Rows} films {how}: {once:F0} ms at first, {Best(Make):F0} ms at best");

            void Make() => ImportPlan.Make(ImportSource.Letterboxd, [], films, [], matcher!);
        }
    }

    private static double Best(Action action) => Enumerable.Range(0, Rounds).Min(_ => Clock.Milliseconds(action));
}
