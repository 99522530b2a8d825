using DuckDB.NET.Data;

namespace Matinee.Data.Folders;

/// <summary><c>users.parquet</c>: ids, and columns of attributes only where the data has some.</summary>
internal static class UsersFile
{
    public static void Write(DuckDBConnection connection, string path, UserMap users, UserAttributes? attributes)
    {
        using var lent = new LentColumns(
            LentColumns.Of<int>("user_index", [.. Enumerable.Range(0, users.Count)]),
            LentColumns.Of("user_id", users.IdByIndex.ToArray())
        );
        lent.CreateView(connection, "users");
        if (attributes is null)
        {
            connection.CopyToParquet("SELECT * FROM users", path);
            return;
        }

        Append(connection, attributes);
        connection.CopyToParquet("SELECT * FROM users JOIN attributes USING (user_index) ORDER BY user_index", path);
    }

    public static UserMap ReadIds(DuckDBConnection connection, string path, int count)
    {
        var ids = new int[count];
        ColumnReader.Read(
            connection,
            $"SELECT user_id FROM read_parquet({Duck.Quote(path)}) ORDER BY user_index",
            ColumnReader.Column(ids)
        );
        return new UserMap(ids);
    }

    public static UserAttributes? ReadAttributes(DuckDBConnection connection, string path, int count)
    {
        if (!HasAttributes(connection, path))
        {
            return null;
        }

        var ages = new List<int?>(count);
        var genders = new List<string?>(count);
        var occupations = new List<string?>(count);
        var zips = new List<string?>(count);
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"SELECT age, gender, occupation, zip FROM read_parquet({Duck.Quote(path)}) ORDER BY user_index";
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            ages.Add(reader.IsDBNull(0) ? null : reader.GetInt32(0));
            genders.Add(Text(1));
            occupations.Add(Text(2));
            zips.Add(Text(3));
        }

        return new UserAttributes(ages, genders, occupations, zips);

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    private static void Append(DuckDBConnection connection, UserAttributes attributes)
    {
        connection.Execute(
            "CREATE TABLE attributes (user_index INTEGER, age INTEGER, gender VARCHAR, occupation VARCHAR, zip VARCHAR)"
        );
        using DuckDBAppender appender = connection.CreateAppender("attributes");
        for (int user = 0; user < attributes.Count; user++)
        {
            appender
                .CreateRow()
                .AppendValue(user)
                .AppendValue(attributes.Ages[user])
                .AppendValue(attributes.Genders[user])
                .AppendValue(attributes.Occupations[user])
                .AppendValue(attributes.Zips[user])
                .EndRow();
        }
    }

    private static bool HasAttributes(DuckDBConnection connection, string path)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM parquet_schema({Duck.Quote(path)}) WHERE name = 'age'";
        return (long)command.ExecuteScalar()! > 0;
    }
}
