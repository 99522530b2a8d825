using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Core.Tests.Models.Hybrid;

/// <summary>Two movies, two texts, one of everything else: small enough for paper.</summary>
public class HybridByHandTests
{
    private static readonly HybridModel Model = new(
        new HybridOptions
        {
            RankingFactors = 2,
            NFactors = 1,
            HistoryHeads = 1,
            AttentionHeads = 1,
            KeyDimension = 1,
            HiddenUnits = 1,
        },
        new HybridTensors
        {
            HistoryItems = [MathF.Sqrt(2), 0, 0, 7],
            RankingItems = [-1, 3, 0.5f, 9],
            RankingBias = [0, 0.25f],
            HistoryQuery = [0, 0],
            RatingGate = new float[11],
            RecencyGate = new float[24],
            Temperature = 2,
            RatingItems = [4, 0.2f],
            RatingHistory = [2, 5],
            RatingBias = [0.5f, -0.25f],
            HistoryToRating = [0.5f, 3],
            HistoryToRatingBias = [0.25f],
            UserFactors = [-1.75f],
            UserBias = [0.5f],
            RatingHidden = [1, -5],
            RatingHiddenBias = [0.25f],
            RatingOutput = [0.1f],
            RatingOutputBias = 0.05f,
            Scale = new HybridRatingScale(Mean: 3, Lowest: 0.5f, Highest: 5, MeanDamping: 1, StateDamping: 0),
            Text = new HybridTextTensors
            {
                Gate = [1, 0.5f],
                AttentionQuery = [1, 8],
                Keys = [MathF.Log(3), 0],
                RankingValues = [1, 0, -1, 0],
                RatingValues = [0.1f, -0.1f],
                KindBias = [0.3f],
                FacetStarts = [0, 0, 2],
                FacetTexts = [0, 1],
                FacetKinds = [0, 0],
            },
        }
    );

    // The movie weighs exp 0 = 1, so the state is x / √(1 + 1).
    private static readonly UserHistory Rated4AndAHalf = new(new[] { 0 }, new[] { 4.5f }, new[] { 1000L });

    [Fact]
    public void Score_OneRatedMovie_IsTheOneByHand()
    {
        var scores = new float[2];

        Model.Score(Rated4AndAHalf, scores);

        // State (1, 0), times 2 meets (−1, 3); nothing to read.
        Assert.Equal(-2, scores[0], 1e-5f);
        // 2 · 0.5 + 0.25; attention 3 : 1 to values 2 and −2, half of which passes the gate.
        Assert.Equal(1.25f + 0.5f * (0.75f * 2 - 0.25f * 2), scores[1], 1e-5f);
    }

    [Fact]
    public void TextAttentionWeights_KeysLogThreeAndZero_AreThreeToOne()
    {
        IReadOnlyList<FacetWeight> weights = Model.TextAttentionWeights(Rated4AndAHalf, new ItemIndex(1));

        Assert.Equal([0, 1], weights.Select(weight => weight.Facet));
        Assert.Equal(0.75f, weights[0].Weight, 1e-5f);
        Assert.Equal(0.25f, weights[1].Weight, 1e-5f);
    }

    [Fact]
    public void ReadTexts_OneRatedMovie_SaysWhatEachTextAdds()
    {
        IReadOnlyList<FacetReading> readings = Model.ReadTexts(Rated4AndAHalf, new ItemIndex(1));

        // Temperature 2, gate 0.5, values 1 and −1 by their attention.
        Assert.Equal(2, readings.Count);
        Assert.Equal(0.75f, readings[0].Attention, 1e-5f);
        Assert.Equal(0.75f, readings[0].Score, 1e-5f);
        Assert.Equal(0.25f, readings[1].Attention, 1e-5f);
        Assert.Equal(-0.25f, readings[1].Score, 1e-5f);
        Assert.Empty(Model.ReadTexts(Rated4AndAHalf, new ItemIndex(0)));
    }

    [Fact]
    public void Predict_OneRatedMovie_IsTheOneByHand()
    {
        // One star above the movie's mean of 3.5, half of which is the person's level; the other half makes factors of
        // 0.5 · 2, to which the state adds 0.5 · 1 + 0.25.
        const float Person = 1.75f;
        const float Hidden = 0.1f * (Person - 5 * 0.2f + 0.25f) + 0.05f;
        const float Texts = 0.75f * Person * 0.1f - 0.25f * Person * 0.1f;

        Assert.Equal(3 + 0.5f - 0.25f + Person * 0.2f + Texts + Hidden, Rating(Rated4AndAHalf), 1e-5f);
    }

    [Fact]
    public void Predict_TrainingRow_AddsItsFactorsAndBias()
    {
        var known = new UserHistory(new[] { 0 }, new[] { 4.5f }, new[] { 1000L }, new UserIndex(0));

        // The row's factor makes the person's 0, so the hidden layer sees −1 + 0.25 and is silent.
        Assert.Equal(3 + 0.5f + 0.5f - 0.25f + 0.05f, Rating(known), 1e-5f);
    }

    [Fact]
    public void Predict_EmptyHistory_IsTheAveragePerson()
    {
        // Factors of 0.25, attention to both texts alike, a silent hidden layer.
        Assert.Equal(3 - 0.25f + 0.25f * 0.2f + 0.05f, Rating(UserHistory.Empty), 1e-5f);
    }

    private static float Rating(UserHistory history)
    {
        var predictions = new RatingPrediction[1];
        Model.Predict(history, [1], predictions);
        return predictions[0].Mean;
    }
}
