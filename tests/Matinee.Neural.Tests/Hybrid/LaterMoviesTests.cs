using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Neural.Hybrid;
using Matinee.Text;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>That Core places a movie later as the trained network would have, had it known it without a rating.</summary>
[Collection(OneAfterAnother.Name)]
public class LaterMoviesTests
{
    // Of the small world's six movies without ratings, these come later.
    private const int Known = SmallWorld.Rated + 2;
    private const float Tolerance = 1e-4f;

    public static TheoryData<string> Variants => [.. HybridVariants.All.Keys];

    [Theory]
    [MemberData(nameof(Variants))]
    public void WithMovies_MoviesThatTheNetworkKnew_ScoresThemAsItDid(string variant)
    {
        HybridOptions options = HybridVariants.All[variant];
        HybridModel trained = HybridTrainer.Train(SmallWorld.Data, options, SmallWorld.Context);
        HybridModel shorter = Reloaded(new HybridModel(options, FirstOf(trained.ToTensors(), options)));
        MovieCatalog catalog = new MovieCatalog([.. SmallWorld.Catalog.Movies.Take(Known)], SmallWorld.Rated).With([
            .. SmallWorld.Catalog.Movies.Skip(Known),
        ]);

        var model = (HybridModel)shorter.WithMovies(catalog, Encode(options));

        Assert.Equal(SmallWorld.Items, model.ItemCount);
        foreach (UserHistory history in Histories())
        {
            AssertClose(Scores(trained, history), Scores(model, history));
            AssertClose(Ratings(trained, history), Ratings(model, history));
            foreach (int item in new[] { Known, SmallWorld.Items - 1 })
            {
                AssertClose(
                    [.. trained.ReadTexts(history, new ItemIndex(item)).Select(read => read.Score)],
                    [.. model.ReadTexts(history, new ItemIndex(item)).Select(read => read.Score)]
                );
            }
        }
    }

    private static IEnumerable<UserHistory> Histories() =>
        Enumerable
            .Range(0, SmallWorld.Users)
            .Select(user => SmallWorld.Ratings.History(new UserIndex(user)).WithoutRow())
            .Append(SmallWorld.Ratings.History(new UserIndex(3)))
            .Append(UserHistory.Empty);

    private static TextEncoding? Encode(HybridOptions options) =>
        texts =>
        {
            TextVectors vectors = TextSource.Encode([.. texts], options, SmallWorld.Context);
            return [.. Enumerable.Range(0, vectors.Count).Select(text => vectors[text].ToArray())];
        };

    private static HybridModel Reloaded(HybridModel model)
    {
        using var folder = new TemporaryFolder();
        var writer = new ComponentWriter();
        model.Save(writer);
        writer.Write(folder.Path);
        using var reader = new ComponentReader(folder.Path);
        return (HybridModel)HybridModel.ModelKind.Load(reader);
    }

    // The network as if the last movies had not been there; their texts stay, which changes nothing.
    private static HybridTensors FirstOf(HybridTensors tensors, HybridOptions options)
    {
        int d = options.RankingFactors;
        int r = options.NFactors;
        return tensors with
        {
            HistoryItems = tensors.HistoryItems[..(Known * d)],
            RankingItems = tensors.RankingItems[..(Known * d)],
            RankingBias = tensors.RankingBias[..Known],
            RatingItems = tensors.RatingItems[..(Known * r)],
            RatingHistory = tensors.RatingHistory[..(Known * r)],
            RatingBias = tensors.RatingBias[..Known],
            Text = tensors.Text is { } text
                ? text with
                {
                    Gate = text.Gate[..Known],
                    FacetStarts = text.FacetStarts[..(Known + 1)],
                    FacetTexts = text.FacetTexts[..text.FacetStarts[Known]],
                    FacetKinds = text.FacetKinds[..text.FacetStarts[Known]],
                }
                : null,
        };
    }

    private static float[] Scores(HybridModel model, UserHistory history)
    {
        var scores = new float[SmallWorld.Items];
        model.Score(history, scores);
        return scores;
    }

    private static float[] Ratings(HybridModel model, UserHistory history)
    {
        var predictions = new RatingPrediction[SmallWorld.Items];
        model.Predict(history, [.. Enumerable.Range(0, SmallWorld.Items)], predictions);
        return [.. predictions.Select(prediction => prediction.Mean)];
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int n = 0; n < expected.Length; n++)
        {
            Assert.Equal(expected[n], actual[n], Tolerance * Math.Max(1, Math.Abs(expected[n])));
        }
    }
}
