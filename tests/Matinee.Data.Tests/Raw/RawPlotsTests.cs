using Matinee.Data.Folders;

namespace Matinee.Data.Tests.Raw;

public class RawPlotsTests
{
    [Fact]
    public void Run_PlotsBesideTheFiles_StayInTheDataset()
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write("plots.csv", "movieId,plot\n20,\"A man, a \"\"plan\"\".\nA canal.\"\n5,\n99,Of no movie here.\n");

        PreparedDataset written = Run(folder);
        Dataset read = DatasetFolder.Read(folder["out"]);

        Assert.Equal("A man, a \"plan\". A canal.", read.Movie(20).Plot);
        Assert.Null(read.Movie(10).Plot);
        Assert.Null(read.Movie(5).Plot);
        Assert.Contains("plots.parquet", read.Manifest.Files.Keys);
        Assert.Contains(written.Dataset.Manifest.Source.Files, file => file.Name == "plots.csv");
    }

    [Fact]
    public void Prepare_OtherPlots_HaveAnotherHash()
    {
        using RawFolder folder = RawFolder.Small();
        string without = folder.Prepare().Dataset.Manifest.Hash;
        string one = folder.Write("plots.csv", "movieId,plot\n10,A.\n").Prepare().Dataset.Manifest.Hash;
        string other = folder.Write("plots.csv", "movieId,plot\n20,A.\n").Prepare().Dataset.Manifest.Hash;
        string none = folder.Write("plots.csv", "movieId,plot\n").Prepare().Dataset.Manifest.Hash;

        Assert.Equal(3, new[] { without, one, other }.Distinct().Count());
        Assert.Equal(without, none);
    }

    [Fact]
    public void Prepare_PlotTwice_SaysWhere()
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write("plots.csv", "movieId,plot\n10,A.\n10,B.\n");

        Assert.StartsWith("plots.csv, line 3: ", folder.PrepareError());
    }

    private static PreparedDataset Run(RawFolder folder) =>
        Preprocessor.Run(
            new PreprocessOptions { DataDirectory = folder.Path, Thresholds = RawFolder.KeepAll },
            folder["out"]
        );
}
