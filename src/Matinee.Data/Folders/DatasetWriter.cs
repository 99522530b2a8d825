using DuckDB.NET.Data;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;

namespace Matinee.Data.Folders;

/// <summary>Writes the files of a dataset into an empty folder.</summary>
internal static class DatasetWriter
{
    public static DatasetManifest Write(string folder, PreparedDataset prepared, CancellationToken cancellation)
    {
        var names = new List<string>();
        Dataset dataset = prepared.Dataset;
        // Two databases, for the many small values of the one would keep the columns of the other waiting.
        Task large = WriteWith(
            cancellation,
            (Add(DatasetFiles.Ratings), (connection, path) => Ratings(connection, path, dataset.Ratings)),
            (
                Add(DatasetFiles.Users),
                (connection, path) => UsersFile.Write(connection, path, dataset.Users, dataset.Attributes)
            )
        );
        var texts = new List<(string, Action<DuckDBConnection, string>)>
        {
            (Add(DatasetFiles.Movies), (connection, path) => Movies(connection, path, dataset.Catalog)),
            (Add(DatasetFiles.Tags), (connection, path) => Tags(connection, path, prepared.Tags)),
        };
        if (dataset.Catalog.Movies.Any(movie => movie.Plot is not null))
        {
            texts.Add((Add(DatasetFiles.Plots), (connection, path) => Plots(connection, path, dataset.Catalog)));
        }

        Task.WhenAll(large, WriteWith(cancellation, [.. texts])).GetAwaiter().GetResult();
        if (prepared.Skipped.Count > 0)
        {
            SkippedRowsCsv.Write(Add(DatasetFiles.SkippedRows), prepared.Skipped);
        }

        DatasetManifest manifest = prepared.Dataset.Manifest with
        {
            Files = names.ToDictionary(name => name, name => FileHashes.Sha256(Path.Combine(folder, name))),
        };
        ManifestJson.Write(folder, manifest);
        return manifest;

        string Add(string name)
        {
            names.Add(name);
            return Path.Combine(folder, name);
        }
    }

    private static Task WriteWith(
        CancellationToken cancellation,
        params (string Path, Action<DuckDBConnection, string> Write)[] files
    ) =>
        Task.Run(() =>
        {
            using DuckDBConnection connection = Duck.Open();
            foreach ((string path, Action<DuckDBConnection, string> write) in files)
            {
                cancellation.ThrowIfCancellationRequested();
                write(connection, path);
            }
        });

    private static void Ratings(DuckDBConnection connection, string path, RatingColumns ratings)
    {
        using var lent = new LentColumns(
            LentColumns.Of("user_index", ratings.Users),
            LentColumns.Of("item_index", ratings.Items),
            LentColumns.Of("rating", ratings.Values),
            LentColumns.Of("timestamp", ratings.Timestamps),
            LentColumns.Of("part", ratings.Parts)
        );
        lent.CreateView(connection, "ratings");
        string split = string.Join(' ', PartNames.All.Select((name, part) => $"WHEN {part} THEN {Duck.Quote(name)}"));
        connection.CopyToParquet(
            $"SELECT user_index, item_index, rating, timestamp, CASE part {split} END AS split FROM ratings",
            path
        );
        connection.Execute("DROP VIEW ratings");
    }

    private static void Movies(DuckDBConnection connection, string path, MovieCatalog catalog)
    {
        connection.Execute(
            """
            CREATE TABLE movies (
                item_index INTEGER, movie_id INTEGER, title VARCHAR, year INTEGER, genres VARCHAR[],
                tags VARCHAR[], tag_counts INTEGER[], imdb_id VARCHAR, tmdb_id INTEGER, ranked BOOLEAN)
            """
        );
        using (DuckDBAppender appender = connection.CreateAppender("movies"))
        {
            for (int item = 0; item < catalog.Count; item++)
            {
                // Lists, because the appender knows no other sequence.
                Movie movie = catalog.Movies[item];
                appender
                    .CreateRow()
                    .AppendValue(item)
                    .AppendValue(movie.Id.Value)
                    .AppendValue(movie.Title)
                    .AppendValue(movie.Year)
                    .AppendValue(movie.Genres.ToList())
                    .AppendValue(movie.Tags.Select(tag => tag.Text).ToList())
                    .AppendValue(movie.Tags.Select(tag => tag.Applications).ToList())
                    .AppendValue(movie.ImdbId)
                    .AppendValue(movie.TmdbId)
                    .AppendValue(item < catalog.RankedCount)
                    .EndRow();
            }
        }

        connection.CopyToParquet("SELECT * FROM movies", path);
    }

    private static void Plots(DuckDBConnection connection, string path, MovieCatalog catalog)
    {
        connection.Execute("CREATE TABLE plots (item_index INTEGER, plot VARCHAR)");
        using (DuckDBAppender appender = connection.CreateAppender("plots"))
        {
            for (int item = 0; item < catalog.Count; item++)
            {
                if (catalog.Movies[item].Plot is { } plot)
                {
                    appender.CreateRow().AppendValue(item).AppendValue(plot).EndRow();
                }
            }
        }

        connection.CopyToParquet("SELECT * FROM plots", path);
    }

    private static void Tags(DuckDBConnection connection, string path, TagApplications tags)
    {
        using var lent = new LentColumns(
            LentColumns.Of("user_id", tags.UserIds),
            LentColumns.Of("item_index", tags.Items),
            LentColumns.Of("tag", tags.Tags),
            LentColumns.Of("timestamp", tags.Timestamps)
        );
        lent.CreateView(connection, "tags");
        connection.CopyToParquet("SELECT * FROM tags", path);
    }
}
