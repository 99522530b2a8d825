using System.Globalization;
using System.Text;
using Matinee.Data.Raw;

namespace Matinee.Data.Tests.Raw;

/// <summary>The quick way through ratings as CSV against the plain one: rows, skipped rows and messages.</summary>
public class CsvRatingsTests
{
    private static readonly string[] Columns = ["userId", "movieId", "rating", "timestamp"];

    // Blocks of a few lines, so that every case has many of them.
    private const int BlockBytes = 128;

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    public void Read_PlainRows_MatchesCsvTable(string lineEnd, bool endsInLineEnd)
    {
        string text = string.Join(lineEnd, [string.Join(',', Columns), .. Rows(300)]) + (endsInLineEnd ? lineEnd : "");

        Outcome outcome = Same(Encoding.UTF8.GetBytes(text), skipBadRows: false);

        Assert.Equal(300, outcome.Rows.Count);
        Assert.Equal("1,1,0.5,0", outcome.Rows[0]);
    }

    [Theory]
    [InlineData("userId,movieId,rating,timestamp")]
    [InlineData("timestamp,rating,movieId,userId")]
    [InlineData("RATING,userid,timestamp,movieId")]
    [InlineData("\uFEFFuserId,movieId,rating,timestamp")]
    [InlineData("\n \nuserId,movieId,rating,timestamp")]
    [InlineData("\"userId\",movieId, rating ,timestamp")]
    [InlineData("userId,movieId,rating,timestamp,userId")]
    [InlineData("userId,movieId,rating")]
    [InlineData("")]
    public void Read_Headers_MatchCsvTable(string header)
    {
        string[] names = header.Trim('\uFEFF', '\n', ' ').Split(',');
        string[] rows =
        [
            .. Rows(40)
                .Select(row => row.Split(','))
                .Select(row =>
                    string.Join(
                        ',',
                        names.Select(name =>
                            row[
                                Math.Max(
                                    0,
                                    Array.FindIndex(
                                        Columns,
                                        known => name.Contains(known, StringComparison.OrdinalIgnoreCase)
                                    )
                                )
                            ]
                        )
                    )
                ),
        ];

        Same(Encoding.UTF8.GetBytes(string.Join('\n', [header, .. rows])), skipBadRows: true);
    }

    [Theory]
    [InlineData("3,4,5.0,12")]
    [InlineData("3,4,.5,12")]
    [InlineData("3,4,4.,12")]
    [InlineData("3,4,3.75,12")]
    [InlineData("3,4,1e0,12")]
    [InlineData("+3,04, 4 ,-12")]
    [InlineData("3,4,0.4,12")]
    [InlineData("3,4,5.1,12")]
    [InlineData("3,4,45,12")]
    [InlineData("0,4,4,12")]
    [InlineData("2147483647,4,4,9999999999")]
    [InlineData("2147483648,4,4,12")]
    [InlineData("3,4,4,99999999999")]
    [InlineData("3,4,4,253402300800")]
    [InlineData("00000000003,4,4,000000000012")]
    [InlineData("3,4,4")]
    [InlineData("3,4,4,12,")]
    [InlineData("3,4,4,12 ")]
    [InlineData("3;4;4;12")]
    [InlineData("")]
    [InlineData(",,,")]
    [InlineData("\"3\",\"4\",\"4\",\"12\"")]
    [InlineData("3,4,\"4\n\",12")]
    [InlineData("3,4,\"4,12")]
    [InlineData("3,4,4,12\r3,5,4,12")]
    [InlineData("3,4,4,12\r\r")]
    [InlineData("\uFEFF3,4,4,12")]
    [InlineData("3,4,\u0664,12")]
    [InlineData("3,4,4\0,12")]
    public void Read_UnusualRow_MatchesCsvTable(string row)
    {
        foreach (int place in new[] { 0, 1, 30, 60 })
        {
            List<string> rows = [.. Rows(60)];
            rows.Insert(place, row);
            byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', [string.Join(',', Columns), .. rows]));
            Same(text, skipBadRows: false);
            Same(text, skipBadRows: true);
        }
    }

    [Fact]
    public void Read_Mutations_MatchCsvTable()
    {
        byte[] bytes = [.. ",\n\r\"., -0159\t\0x\u00ef\u00bb\u00bf".Select(letter => (byte)letter)];
        byte[] plain = Encoding.UTF8.GetBytes(string.Join('\n', [string.Join(',', Columns), .. Rows(50)]) + "\n");
        for (int number = 0; number < 1500; number++)
        {
            var dice = new Random(number);
            List<byte> text = [.. plain];
            for (int n = dice.Next(1, 4); n > 0; n--)
            {
                int place = dice.Next(number % 3 == 0 ? 0 : 40, text.Count);
                switch (dice.Next(3))
                {
                    case 0:
                        text[place] = bytes[dice.Next(bytes.Length)];
                        break;
                    case 1:
                        text.Insert(place, bytes[dice.Next(bytes.Length)]);
                        break;
                    default:
                        text.RemoveAt(place);
                        break;
                }
            }

            Same([.. text], skipBadRows: number % 2 == 0);
        }
    }

    [Fact]
    public void Read_LineLongerThanABlock_MatchesCsvTable()
    {
        string text = string.Join(
            '\n',
            [string.Join(',', Columns), .. Rows(9), $"1,1,4,{new string('0', 500)}7", .. Rows(9)]
        );

        Outcome outcome = Same(Encoding.UTF8.GetBytes(text), skipBadRows: false);

        Assert.Equal(19, outcome.Rows.Count);
    }

    [Fact]
    public void Read_StreamBreaksOff_ReportsTheBadRowBeforeIt()
    {
        byte[] good = Encoding.UTF8.GetBytes(string.Join('\n', [string.Join(',', Columns), .. Rows(60)]) + "\n");
        byte[] bad = Encoding.UTF8.GetBytes(
            string.Join('\n', [string.Join(',', Columns), "x,1,1,1", .. Rows(60)]) + "\n"
        );

        Assert.StartsWith("ratings.csv can't be read: broken", Broken(good), StringComparison.Ordinal);
        Assert.StartsWith("ratings.csv, line 2: userId 'x' is", Broken(bad), StringComparison.Ordinal);

        static string Broken(byte[] text)
        {
            using var ratings = new RatingTable();
            return Assert
                .Throws<MatineeException>(() =>
                    Reading(skip: false)
                        .Read(
                            new RawFile("ratings.csv", text.Length, () => new BrokenStream(text)),
                            stream =>
                                CsvRatings.Read(
                                    stream,
                                    "ratings.csv",
                                    Columns,
                                    SplitPart.Train,
                                    ratings,
                                    Reading(false),
                                    BlockBytes
                                )
                        )
                )
                .Message;
        }
    }

    // All sizes of number, all ratings.
    private static IEnumerable<string> Rows(int count) =>
        Enumerable
            .Range(0, count)
            .Select(n =>
            {
                long user = n == 0 ? 1 : (long)Math.Pow(10, n % 10) % int.MaxValue + n;
                string rating = n % 10 is 1 or 3 ? $"{(n % 10 + 1) / 2}" : $"{n % 10 / 2}.{(n % 2 == 0 ? "5" : "0")}";
                long time = n == 0 ? 0 : (long)Math.Pow(10, (n + 3) % 10) + n;
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{user},{n * 37 + 1},{(n % 10 == 9 ? "5.0" : rating)},{time}"
                );
            });

    private static RawReading Reading(bool skip) => new(skip, progress: null, CancellationToken.None);

    private static Outcome Same(byte[] text, bool skipBadRows)
    {
        Outcome quick = Of(
            (stream, ratings, reading) =>
                CsvRatings.Read(stream, "ratings.csv", Columns, SplitPart.Test, ratings, reading, BlockBytes)
        );
        Outcome plain = Of(
            (stream, ratings, reading) =>
                CsvTable.Read(
                    stream,
                    "ratings.csv",
                    Columns,
                    reading,
                    row => RawRatings.Add(row, SplitPart.Test, ratings)
                )
        );
        string shown = Encoding.Latin1.GetString(text);
        Assert.True(plain.Message == quick.Message, $"{plain.Message}\n{quick.Message}\n{shown}");
        Assert.True(plain.Rows.SequenceEqual(quick.Rows), $"Other rows of\n{shown}");
        Assert.Equal(plain.Skipped, quick.Skipped);
        Assert.Equal(plain.Source, quick.Source);
        return quick;

        Outcome Of(Action<Stream, RatingTable, RawReading> read)
        {
            using var ratings = new RatingTable();
            RawReading reading = Reading(skipBadRows);
            string message = "";
            try
            {
                var file = new RawFile("ratings.csv", text.Length, () => new MemoryStream(text));
                reading.Read(file, stream => read(stream, ratings, reading));
            }
            catch (MatineeException exception)
            {
                message = exception.Message;
            }

            string[] rows =
            [
                .. Enumerable
                    .Range(0, ratings.Count)
                    .Select(n =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{ratings.Users[n]},{ratings.Items[n]},{ratings.Values[n]:R},{ratings.Timestamps[n]}"
                        )
                    ),
            ];
            return new Outcome(message, rows, [.. reading.Skipped], reading.Sources is [var source] ? source : null);
        }
    }

    private sealed record Outcome(
        string Message,
        IReadOnlyList<string> Rows,
        IReadOnlyList<BadRow> Skipped,
        SourceFile? Source
    );

    private sealed class BrokenStream(byte[] text) : MemoryStream(text)
    {
        public override int Read(Span<byte> buffer) =>
            base.Read(buffer) is var read and > 0 ? read : throw new IOException("broken");
    }
}
