using DuckDB.NET.Data;
using Matinee.Data.Folders;

namespace Matinee.Data.Tests.Folders;

public class UsersFileTests
{
    private static readonly string[] Ids = ["user_index INTEGER", "user_id INTEGER"];

    [Fact]
    public void Read_AttributesThatWereWritten_AreTheSame()
    {
        using RawFolder folder = Files();
        folder.Write("users.dat", "8::M::25::1::it's 0501\n7::F::::::\n");

        PreparedDataset written = Run(folder);
        Dataset read = DatasetFolder.Read(folder["out"], TestContext.Current.CancellationToken);

        Assert.Equal(["7: - F - -", "8: 25 M academic/educator it's 0501", "9: - - - -"], read.DescribedUsers());
        Assert.Equivalent(written.Dataset.Attributes, read.Attributes, strict: true);
        Assert.Equal(2, read.Manifest.Counts.UsersWithAttributes);
        Assert.Equal(
            [.. Ids, "age INTEGER", "gender VARCHAR", "occupation VARCHAR", "zip VARCHAR"],
            Columns(folder["out/users.parquet"])
        );
    }

    [Fact]
    public void Read_DataWithoutAttributes_HasNoColumnsForThem()
    {
        using RawFolder folder = Files();

        Run(folder);

        Assert.Null(DatasetFolder.Read(folder["out"], TestContext.Current.CancellationToken).Attributes);
        Assert.Equal(Ids, Columns(folder["out/users.parquet"]));
    }

    [Fact]
    public void Read_FolderOfBeforeThereWereAttributes_HasNone()
    {
        using RawFolder folder = Files();
        Run(folder);
        string manifest = File.ReadAllText(folder["out/manifest.json"]);
        const string Count = "    \"usersWithAttributes\": 0,";
        Assert.Contains(Count, manifest, StringComparison.Ordinal);
        folder.Write("out/manifest.json", manifest.Replace(Count, "", StringComparison.Ordinal));

        Dataset read = DatasetFolder.Read(folder["out"], TestContext.Current.CancellationToken);

        Assert.Null(read.Attributes);
        Assert.Equal(3, read.Users.Count);
    }

    [Fact]
    public void Read_MoreUsersThanAVectorHolds_KeepsTheirOrder()
    {
        const int Users = 5000;
        using RawFolder folder = Files();
        folder
            .Write("ratings.dat", string.Concat(Enumerable.Range(1, Users).Select(user => $"{user}::1::4::100\n")))
            .Write(
                "users.dat",
                string.Concat(Enumerable.Range(1, Users).Reverse().Select(user => $"{user}::F::18::0::{user}\n"))
            );

        Run(folder);
        UserAttributes? read = DatasetFolder.Read(folder["out"], TestContext.Current.CancellationToken).Attributes;

        Assert.Equal(Enumerable.Range(1, Users).Select(user => $"{user}"), Assert.IsType<UserAttributes>(read).Zips);
    }

    private static RawFolder Files() =>
        new RawFolder()
            .Write("ratings.dat", "7::1::4::100\n8::1::5::200\n9::1::3::300\n")
            .Write("movies.dat", "1::One::War\n");

    private static PreparedDataset Run(RawFolder folder) =>
        Preprocessor.Run(
            new PreprocessOptions { DataDirectory = folder.Path, Thresholds = RawFolder.KeepAll },
            folder["out"],
            cancellation: TestContext.Current.CancellationToken
        );

    private static string[] Columns(string path)
    {
        using DuckDBConnection connection = Duck.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"DESCRIBE SELECT * FROM read_parquet({Duck.Quote(path)})";
        using DuckDBDataReader reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
        {
            columns.Add($"{reader.GetString(0)} {reader.GetString(1)}");
        }

        return [.. columns];
    }
}
