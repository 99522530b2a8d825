using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Imports;
using Matinee.Imports.Matching;
using Matinee.Imports.Preview;
using Matinee.Imports.Review;

namespace Matinee.Cli.Importing;

/// <summary>An import into files here.</summary>
internal static class LocalImport
{
    /// <exception cref="MatineeException">The file, the model or what was decided can't be used.</exception>
    public static void Run(
        Session session,
        ImportRequest request,
        ImportSubject subject,
        CancellationToken cancellation
    )
    {
        ImportedFile file = subject.Read(cancellation);
        if (file.Rows.Count + file.Skipped.Count == 0)
        {
            throw ImportSubject.Empty(subject.Name);
        }

        MovieCatalog catalog = ModelBundle.ReadCatalog(request.ModelPath);
        IReadOnlyList<ImportedFilm> films = FilmGrouping.Group(file);
        ImportPlan plan = ImportPlan.Make(
            file.Source,
            file.Notes,
            films,
            file.Skipped,
            new FilmMatcher(catalog),
            request.Choices is { } path ? Choices(path, films, catalog) : null
        );
        if (request.Json)
        {
            session.RawOut.WriteLine(ImportJson.Text(ImportPreview.Of(plan, plan.Digest, catalog)));
        }
        else
        {
            new ImportView(session.Out, catalog, request.All).Write(subject.Name, plan);
        }

        Write(session, request, plan, catalog);
    }

    private static Dictionary<string, int?> Choices(
        string path,
        IReadOnlyList<ImportedFilm> films,
        MovieCatalog catalog
    )
    {
        var numbers = new MovieNumbers(catalog.Movies);
        return Decisions
            .For(path, ReviewFile.Read(path), [.. films.Select(film => (film.Key, film.Title, film.Year))])
            .ToDictionary(decision => decision.Key, decision => Item(decision.Value));

        int? Item(MovieReference? movie) =>
            movie is not { } named ? null
            : numbers.TryFind(named, out int item) ? item
            : throw new MatineeException(
                $"{path}: the model's catalogue has no movie {named}. Write one of the candidates, - to leave the film out, or nothing."
            );
    }

    private static void Write(Session session, ImportRequest request, ImportPlan plan, MovieCatalog catalog)
    {
        var written = new WrittenFiles(session, request);
        if (request.Output is { } ratings)
        {
            int leftOut = ImportOutputs.WriteRatings(ratings, request.OutputFormat, plan, catalog);
            written.Add(ratings, plan.Ratings.Count - leftOut, "ratings");
            if (leftOut > 0)
            {
                session.Warn($"Films without an id of this kind are left out: {Numbers.Count(leftOut)}.");
            }
        }

        var rated = plan.Ratings.Select(rating => rating.Item).ToHashSet();
        Movies(request.Seen, plan.Watched.Concat(plan.Liked).Where(fact => !rated.Contains(fact.Item)));
        Movies(request.Watchlist, plan.Wanted);
        Movies(request.Library, plan.Owned);
        if (request.Review is { } review)
        {
            int open = ReviewFilm.Write(review, plan.Films.Select(film => Reviewed(film, catalog)));
            written.Add(review, open, "films to decide about");
        }

        written.Show(hasRatings: plan.Ratings.Count > 0);

        void Movies(string? path, IEnumerable<PlannedFact> facts)
        {
            if (path is not null)
            {
                written.Add(path, ImportOutputs.WriteMovies(path, facts.Select(fact => fact.Item), catalog), "movies");
            }
        }
    }

    private static ReviewFilm Reviewed(PlannedFilm planned, MovieCatalog catalog) =>
        new(
            planned.Film.Key,
            planned.Film.Title,
            planned.Film.Year,
            ImportWords.Of(planned.Match.Status),
            planned.Match.By is { } by ? ImportWords.Of(by) : null,
            planned.Match.Item is { } item ? catalog[item].Id.Value : null,
            planned.Match.Candidates.Select(candidate => $"{catalog[candidate].Id} {catalog[candidate].Title}")
        );
}
