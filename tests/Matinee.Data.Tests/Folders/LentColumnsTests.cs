using DuckDB.NET.Data;
using Matinee.Data.Folders;

namespace Matinee.Data.Tests.Folders;

public class LentColumnsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(122_880)]
    [InlineData(300_001)]
    public void CopyToParquet_LentColumns_ReadBackInOrder(int rows)
    {
        using RawFolder folder = new();
        string path = folder["lent.parquet"];
        int[] numbers = [.. Enumerable.Range(0, rows).Select(n => n * 7919)];
        float[] stars = [.. numbers.Select(number => number / 3f)];
        long[] times = [.. numbers.Select(number => number * 1_000_000_007L)];
        SplitPart[] parts = [.. numbers.Select(number => (SplitPart)(number & 3))];
        string[] texts = [.. numbers.Select(number => number % 5 == 0 ? "" : $"é{number}")];
        using DuckDBConnection connection = Duck.Open();
        using (
            var lent = new LentColumns(
                LentColumns.Of("number", numbers),
                LentColumns.Of("stars", stars),
                LentColumns.Of("time", times),
                LentColumns.Of("part", parts),
                LentColumns.Of("text", texts)
            )
        )
        {
            lent.CreateView(connection, "lent");
            connection.CopyToParquet("SELECT * FROM lent", path);
        }

        var numbersRead = new int[rows];
        var starsRead = new float[rows];
        var timesRead = new long[rows];
        var partsRead = new SplitPart[rows];
        int read = ColumnReader.Read(
            connection,
            $"SELECT number, stars, time, part FROM read_parquet({Duck.Quote(path)})",
            ColumnReader.Column(numbersRead),
            ColumnReader.Column(starsRead),
            ColumnReader.Column(timesRead),
            ColumnReader.Column(partsRead)
        );

        Assert.Equal(rows, read);
        Assert.True(numbers.AsSpan().SequenceEqual(numbersRead));
        Assert.True(stars.AsSpan().SequenceEqual(starsRead));
        Assert.True(times.AsSpan().SequenceEqual(timesRead));
        Assert.True(parts.AsSpan().SequenceEqual(partsRead));
        Assert.Equal(texts, TextsOf(connection, path));
    }

    [Fact]
    public void Read_BadQuery_SaysWhatIsWrong()
    {
        using DuckDBConnection connection = Duck.Open();

        string message = Assert
            .Throws<InvalidDataException>(() => ColumnReader.Read(connection, "SELECT nothing FROM nowhere"))
            .Message;

        Assert.Contains("nowhere", message, StringComparison.Ordinal);
    }

    private static List<string> TextsOf(DuckDBConnection connection, string path)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT text FROM read_parquet({Duck.Quote(path)})";
        using DuckDBDataReader reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
