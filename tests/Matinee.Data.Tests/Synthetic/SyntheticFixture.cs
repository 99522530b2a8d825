using System.Globalization;
using Matinee.Data.Synthetic;

namespace Matinee.Data.Tests.Synthetic;

/// <summary>One folder of 200 000 ratings that several tests look at.</summary>
public sealed class SyntheticFixture : IDisposable
{
    public static readonly SyntheticOptions Options = new()
    {
        Users = 1_500,
        Movies = 12_000,
        Ratings = 200_000,
        Tags = 12_345,
    };
    private readonly string root = Directory.CreateTempSubdirectory("matinee-synthetic-").FullName;

    public SyntheticFixture()
    {
        Summary = SyntheticData.Write(Options, Folder);
        Ratings = [.. File.ReadLines(Path.Combine(Folder, "ratings.csv")).Skip(1).Select(SyntheticRow.Parse)];
    }

    public string Folder => Path.Combine(root, "synthetic");
    public SyntheticSummary Summary { get; }
    public IReadOnlyList<SyntheticRow> Ratings { get; }

    public void Dispose() => Directory.Delete(root, recursive: true);
}

public readonly record struct SyntheticRow(int User, int Movie, double Stars, long Timestamp)
{
    public static SyntheticRow Parse(string line)
    {
        string[] cells = line.Split(',');
        Assert.Equal(4, cells.Length);
        return new SyntheticRow(
            int.Parse(cells[0], CultureInfo.InvariantCulture),
            int.Parse(cells[1], CultureInfo.InvariantCulture),
            double.Parse(cells[2], CultureInfo.InvariantCulture),
            long.Parse(cells[3], CultureInfo.InvariantCulture)
        );
    }
}
