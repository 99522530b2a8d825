using DuckDB.NET.Data;
using Matinee.Core.Catalog;
using Matinee.Core.Numerics;

namespace Matinee.Data.Folders;

/// <summary>Reads a dataset folder back; every file is checked against the manifest before it is used.</summary>
internal static class DatasetReader
{
    public static Dataset Read(string folder, CancellationToken cancellation)
    {
        DatasetManifest manifest = ManifestJson.Read(folder);
        using DuckDBConnection connection = Duck.Open();
        return Read(connection, folder, manifest, cancellation);
    }

    public static (Dataset Dataset, TagApplications Tags) ReadWithTags(string folder, CancellationToken cancellation)
    {
        DatasetManifest manifest = ManifestJson.Read(folder);
        using DuckDBConnection connection = Duck.Open();
        return (Read(connection, folder, manifest, cancellation), Tags(connection, folder, manifest));
    }

    private static Dataset Read(
        DuckDBConnection connection,
        string folder,
        DatasetManifest manifest,
        CancellationToken cancellation
    )
    {
        // The one large file is gone over while the others are read.
        Task<string> ratingsPath = Task.Run(() => DatasetFiles.Verified(folder, DatasetFiles.Ratings, manifest));
        string usersPath = DatasetFiles.Verified(folder, DatasetFiles.Users, manifest);
        int userCount = RowCount(connection, usersPath, manifest.Counts.After.Users);
        UserMap users = UsersFile.ReadIds(connection, usersPath, userCount);
        UserAttributes? attributes = UsersFile.ReadAttributes(connection, usersPath, userCount);
        cancellation.ThrowIfCancellationRequested();
        MovieCatalog catalog = Movies(
            connection,
            DatasetFiles.Verified(folder, DatasetFiles.Movies, manifest),
            Plots(connection, folder, manifest),
            manifest
        );
        cancellation.ThrowIfCancellationRequested();
        RatingColumns ratings = Ratings(connection, ratingsPath.GetAwaiter().GetResult(), manifest);
        return new Dataset(manifest, users, catalog, ratings) { Attributes = attributes };
    }

    private static TagApplications Tags(DuckDBConnection connection, string folder, DatasetManifest manifest)
    {
        string path = DatasetFiles.Verified(folder, DatasetFiles.Tags, manifest);
        var users = new List<int>();
        var items = new List<int>();
        var tags = new List<string>();
        var timestamps = new List<long>();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT user_id, item_index, tag, timestamp FROM read_parquet({Duck.Quote(path)})";
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            users.Add(reader.GetInt32(0));
            items.Add(reader.GetInt32(1));
            tags.Add(reader.GetString(2));
            timestamps.Add(reader.GetInt64(3));
        }

        return new TagApplications([.. users], [.. items], [.. tags], [.. timestamps]);
    }

    private static RatingColumns Ratings(DuckDBConnection connection, string path, DatasetManifest manifest)
    {
        int count = RowCount(connection, path, manifest.Counts.After.Ratings);
        var ratings = new RatingColumns(
            LargePages.Array<int>(count),
            LargePages.Array<int>(count),
            LargePages.Array<float>(count),
            LargePages.Array<long>(count),
            LargePages.Array<SplitPart>(count)
        );
        string part = string.Join(' ', PartNames.All.Select((name, part) => $"WHEN {Duck.Quote(name)} THEN {part}"));
        ColumnReader.Read(
            connection,
            $"SELECT user_index, item_index, rating, timestamp, (CASE split {part} END)::UTINYINT FROM read_parquet({Duck.Quote(path)})",
            ColumnReader.Column(ratings.Users),
            ColumnReader.Column(ratings.Items),
            ColumnReader.Column(ratings.Values),
            ColumnReader.Column(ratings.Timestamps),
            ColumnReader.Column(ratings.Parts)
        );
        return ratings;
    }

    private static Dictionary<int, string> Plots(DuckDBConnection connection, string folder, DatasetManifest manifest)
    {
        var plots = new Dictionary<int, string>();
        if (!manifest.Files.ContainsKey(DatasetFiles.Plots))
        {
            return plots;
        }

        string path = DatasetFiles.Verified(folder, DatasetFiles.Plots, manifest);
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT item_index, plot FROM read_parquet({Duck.Quote(path)})";
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            plots.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return plots;
    }

    private static MovieCatalog Movies(
        DuckDBConnection connection,
        string path,
        Dictionary<int, string> plots,
        DatasetManifest manifest
    )
    {
        var movies = new List<Movie>(RowCount(connection, path, manifest.Counts.CatalogMovies));
        int ranked = 0;
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT movie_id, title, year, genres, tags, tag_counts, imdb_id, tmdb_id, ranked
            FROM read_parquet({Duck.Quote(path)}) ORDER BY item_index
            """;
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            List<string> tags = reader.GetFieldValue<List<string>>(4);
            List<int> counts = reader.GetFieldValue<List<int>>(5);
            movies.Add(
                new Movie
                {
                    Id = new ItemId(reader.GetInt32(0)),
                    Title = reader.GetString(1),
                    Year = reader.IsDBNull(2) ? null : reader.GetInt32(2),
                    Genres = reader.GetFieldValue<List<string>>(3),
                    Tags = [.. tags.Zip(counts, (text, count) => new MovieTag(text, count))],
                    ImdbId = reader.IsDBNull(6) ? null : reader.GetString(6),
                    TmdbId = reader.IsDBNull(7) ? null : reader.GetInt32(7),
                    Plot = plots.GetValueOrDefault(movies.Count),
                }
            );
            ranked += reader.GetBoolean(8) ? 1 : 0;
        }

        return new MovieCatalog(movies, ranked);
    }

    private static int RowCount(DuckDBConnection connection, string path, int expected)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM read_parquet({Duck.Quote(path)})";
        var rows = (long)command.ExecuteScalar()!;
        return rows == expected
            ? expected
            : throw new MatineeException($"{path} has {rows} rows and the manifest says {expected}. Preprocess again.");
    }
}
