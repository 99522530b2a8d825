using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Core.Tests.Models.Hybrid;

public class HybridFilesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Save_ThenLoad_ChangesNothing(bool text)
    {
        HybridOptions options = (text ? RandomHybrid.Options : RandomHybrid.TextFree).StoppingAfter(13);
        var model = new HybridModel(options, RandomHybrid.Tensors(options));
        UserHistory history = RandomHybrid.History(9, seed: 8, row: new UserIndex(2));

        HybridModel loaded = RoundTrip(model);

        Assert.Equal(options, loaded.Options);
        Assert.Equal(13, loaded.Options.StopAfter);
        Assert.Equal(Scores(model, history), Scores(loaded, history));
        Assert.Equal(Ratings(model, history), Ratings(loaded, history));
    }

    [Fact]
    public void Load_FolderOfAnotherSize_NamesTheTensor()
    {
        HybridOptions options = RandomHybrid.Options;
        var model = new HybridModel(options, RandomHybrid.Tensors(options));
        using var folder = new TemporaryFolder();
        var writer = new ComponentWriter();
        model.Save(writer);
        writer.SetOptions(options with { RankingFactors = 60 }, ModelJson.Default.HybridOptions);
        writer.Write(folder.Path);

        using var reader = new ComponentReader(folder.Path);
        var error = Assert.Throws<MatineeException>(() => HybridModel.ModelKind.Load(reader));

        Assert.Equal(
            "The network's tensor 'history_items' is 40 × 30, and 40 × 60 is expected. Train the model again, or "
                + "restore its files.",
            error.Message
        );
    }

    [Fact]
    public void Create_TensorOfAnotherLength_NamesIt()
    {
        HybridTensors tensors = RandomHybrid.Tensors(RandomHybrid.Options);

        AssertRefused(tensors with { RankingItems = new float[39 * 30] }, "'ranking_items' has 1170 values");
        AssertRefused(tensors with { RecencyGate = new float[23 * 5] }, "'recency_gate'");
        AssertRefused(tensors with { UserFactors = new float[5 * 18] }, "'user_factors'");
        AssertRefused(tensors with { RatingHidden = new float[11 * 18] }, "'rating_hidden'");
        AssertRefused(Text(text => text with { RatingValues = new float[24 * 18] }), "'text_rating_values'");
        AssertRefused(Text(text => text with { Gate = new float[41] }), "'text_gate'");
    }

    [Fact]
    public void Create_FacetsThatPointNowhere_AreRefused()
    {
        AssertRefused(Text(text => text with { FacetStarts = [0, .. text.FacetStarts] }), "'facet_starts'");
        AssertRefused(Text(text => text with { FacetStarts = Changed(text.FacetStarts, 3, 99) }), "'facet_starts'");
        AssertRefused(Text(text => text with { FacetTexts = Changed(text.FacetTexts, 2, 25) }), "'facet_texts'");
        AssertRefused(Text(text => text with { FacetTexts = Changed(text.FacetTexts, 2, -1) }), "'facet_texts'");
        AssertRefused(Text(text => text with { FacetKinds = Changed(text.FacetKinds, 0, 4) }), "'facet_kinds'");
        AssertRefused(Text(text => text with { FacetKinds = text.FacetKinds[1..] }), "'facet_kinds'");
    }

    [Fact]
    public void Create_ValueThatIsNoNumber_SaysThatTrainingDiverged()
    {
        HybridTensors tensors = RandomHybrid.Tensors(RandomHybrid.Options);
        tensors.RatingItems[7] = float.NaN;

        AssertRefused(tensors, "'rating_items' holds values that are no numbers: its training diverged");
    }

    private static HybridTensors Text(Func<HybridTextTensors, HybridTextTensors> change)
    {
        HybridTensors tensors = RandomHybrid.Tensors(RandomHybrid.Options);
        return tensors with { Text = change(tensors.Text!) };
    }

    private static int[] Changed(int[] values, int index, int value)
    {
        int[] changed = [.. values];
        changed[index] = value;
        return changed;
    }

    private static void AssertRefused(HybridTensors tensors, string expected)
    {
        var error = Assert.Throws<MatineeException>(() => new HybridModel(RandomHybrid.Options, tensors));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static HybridModel RoundTrip(HybridModel model)
    {
        using var folder = new TemporaryFolder();
        var writer = new ComponentWriter();
        model.Save(writer);
        writer.Write(folder.Path);
        using var reader = new ComponentReader(folder.Path);
        return (HybridModel)HybridModel.ModelKind.Load(reader);
    }

    private static float[] Scores(HybridModel model, UserHistory history)
    {
        var scores = new float[model.ItemCount];
        model.Score(history, scores);
        return scores;
    }

    private static float[] Ratings(HybridModel model, UserHistory history)
    {
        var predictions = new RatingPrediction[3];
        model.Predict(history, [0, 5, 11], predictions);
        return [.. predictions.Select(prediction => prediction.Mean)];
    }
}
