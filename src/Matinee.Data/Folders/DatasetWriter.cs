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
        using (DuckDBConnection connection = Duck.Open())
        {
            Ratings(connection, Add(DatasetFiles.Ratings), prepared.Dataset.Ratings);
            cancellation.ThrowIfCancellationRequested();
            UsersFile.Write(connection, Add(DatasetFiles.Users), prepared.Dataset.Users, prepared.Dataset.Attributes);
            Movies(connection, Add(DatasetFiles.Movies), prepared.Dataset.Catalog);
            Tags(connection, Add(DatasetFiles.Tags), prepared.Tags);
            if (prepared.Dataset.Catalog.Movies.Any(movie => movie.Plot is not null))
            {
                Plots(connection, Add(DatasetFiles.Plots), prepared.Dataset.Catalog);
            }
        }

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
        connection.Execute("CREATE TABLE tags (user_id INTEGER, item_index INTEGER, tag VARCHAR, timestamp BIGINT)");
        using (DuckDBAppender appender = connection.CreateAppender("tags"))
        {
            for (int n = 0; n < tags.Count; n++)
            {
                appender
                    .CreateRow()
                    .AppendValue(tags.UserIds[n])
                    .AppendValue(tags.Items[n])
                    .AppendValue(tags.Tags[n])
                    .AppendValue(tags.Timestamps[n])
                    .EndRow();
            }
        }

        connection.CopyToParquet("SELECT * FROM tags", path);
    }
}
