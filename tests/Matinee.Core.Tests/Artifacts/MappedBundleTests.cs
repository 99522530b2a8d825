using System.Text;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Core.Models.Selection;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Artifacts;

public class MappedBundleTests
{
    public MappedBundleTests() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Nothing is mapped there: it could not be replaced.");

    [Theory]
    [InlineData("als")]
    [InlineData("ease")]
    [InlineData("item-knn")]
    public void Load_LeftInFiles_AnswersAsCopied(string kind)
    {
        using var root = new TemporaryFolder();
        Write(root, kind);

        ModelBundle copied = ModelBundle.Load(root.File("model"), ModelKinds.Core, TensorMapping.Never);
        ModelBundle mapped = ModelBundle.Load(root.File("model"), ModelKinds.Core, TensorMapping.Always);

        Assert.Equal(Lists(copied), Lists(mapped));
        Assert.Equal(copied.Histories!.Ratings.Columns, mapped.Histories!.Ratings.Columns);
        Assert.Equal(copied.Histories.Ratings.Values, mapped.Histories.Ratings.Values);
        Assert.Equal(copied.Histories.Ratings.Timestamps, mapped.Histories.Ratings.Timestamps);
    }

    [Fact]
    public void Load_ThenReplacedAndRemoved_GoesOn()
    {
        using var root = new TemporaryFolder();
        Write(root, "als");
        ModelBundle mapped = ModelBundle.Load(root.File("model"), ModelKinds.Core, TensorMapping.Always);
        List<Recommendation[]> before = Lists(mapped);

        Write(root, "ease");
        GC.Collect();
        Assert.Equal(before, Lists(mapped));
        Directory.Delete(root.File("model"), recursive: true);

        Assert.Equal(before, Lists(mapped));
    }

    [Fact]
    public void TryGet_HistoriesCutShort_SaysSo()
    {
        using var root = new TemporaryFolder();
        Write(root, "als");
        ModelBundle mapped = ModelBundle.Load(root.File("model"), ModelKinds.Core, TensorMapping.Always);

        string path = root.File("model/histories/histories.safetensors");
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(100);
        }

        var error = Assert.Throws<MatineeException>(() => mapped.Histories!.TryGet(new UserId(1), out _));
        Assert.Contains("histories.safetensors", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("row_starts")]
    [InlineData("timestamps")]
    public void Read_HistoriesThatDoNotFit_SaysSo(string tensor)
    {
        using var root = new TemporaryFolder();
        Write(root, "als");
        string path = root.File("model/histories/histories.safetensors");
        string bytes = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        int at = bytes.IndexOf($"\"{tensor}\"", StringComparison.Ordinal);
        int type = bytes.IndexOf("\"I", at, StringComparison.Ordinal);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(bytes[..type] + "\"F" + bytes[(type + 2)..]));

        Assert.Throws<MatineeException>(() => BundleHistories.Read(root.File("model"), TinyWorld.Items));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(20)]
    public void Over_MappedOrNot_HoldsTheSameRows(int factors)
    {
        using var folder = new TemporaryFolder();
        float[] values = [.. Enumerable.Range(0, 7 * factors).Select(n => n / 7f)];
        var writer = new SafetensorsWriter();
        writer.Add("x", values, 7, factors);
        writer.WriteWhole(folder.File("x.safetensors"));
        using var reader = new SafetensorsReader(folder.File("x.safetensors"), TensorMapping.Always);

        FactorMatrix mapped = FactorMatrix.Over(reader.MapFloats("x"), 7, factors);

        Assert.Equal(values, mapped.ToArray());
        Assert.Equal(FactorMatrix.From(values, 7, factors).InverseNorms(), mapped.InverseNorms());
        Assert.Throws<MatineeException>(() => FactorMatrix.Over(values, 8, factors));
    }

    [Fact]
    public void ColumnRows_Always_AreTheTransposedMatrixs()
    {
        InteractionMatrix ratings = TinyWorld.Ratings;

        (int[] starts, int[] rows) = ratings.ColumnRows();

        Assert.Equal(ratings.Transpose().RowStarts, starts);
        Assert.Equal(ratings.Transpose().Columns, rows);
    }

    private static void Write(TemporaryFolder root, string kind)
    {
        Assert.True(ModelKinds.Core.TryGet(kind, out ModelKind? known));
        // Factors that fill their rows are left in the file, too.
        object[] options = kind == "als" ? [new ImplicitAlsOptions { Factors = 16, Iterations = 2 }] : [];
        TinyBundle.Of(known, FitOn.All, options).Write(root.File("model"));
    }

    private static List<Recommendation[]> Lists(ModelBundle bundle)
    {
        Recommender recommender = bundle.Recommender();
        var lists = new List<Recommendation[]>();
        foreach (int id in bundle.Histories!.Users.IdByIndex)
        {
            Assert.True(bundle.Histories.TryGet(new UserId(id), out UserHistory? history));
            lists.Add(recommender.Recommend(history, new RecommendationRequest { Count = 5 }));
        }

        return lists;
    }
}
