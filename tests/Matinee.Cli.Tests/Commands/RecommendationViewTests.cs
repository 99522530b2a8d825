using System.Text.Json;
using Matinee.Cli.Commands;
using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Ranking;
using Matinee.Core.Tests.Models;

namespace Matinee.Cli.Tests.Commands;

public class RecommendationViewTests
{
    private static readonly ModelBundle Bundle = new TinyForecaster().Bundle(TinyDataset.Create());

    private static readonly Recommendation[] Spread =
    [
        new(new ItemIndex(3), 0.5f, new RatingPrediction(4.375f, 0.8125f)),
        new(new ItemIndex(4), 0.25f, new RatingPrediction(4, 1)),
    ];

    private static readonly Recommendation[] Plain =
    [
        .. Spread.Select(movie => movie with { Rating = new RatingPrediction(movie.Rating.Mean) }),
    ];

    [Fact]
    public void WriteTable_ModelThatKnowsItsSpread_ShowsIt()
    {
        Assert.Contains("│ 4.4 ± 0.8 │", Table(Spread), StringComparison.Ordinal);
        Assert.Contains("│ 4.0 ± 1.0 │", Table(Spread), StringComparison.Ordinal);
        Assert.DoesNotContain("±", Table(Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void WriteJson_ModelThatKnowsItsSpread_HasMeanAndStandardDeviation()
    {
        JsonElement movie = Json(Spread).GetProperty("recommendations")[0];

        Assert.Equal(4.375, movie.GetProperty("predictedRating").GetDouble());
        Assert.Equal(0.8125, movie.GetProperty("predictedRatingStandardDeviation").GetDouble());
        Assert.False(
            Json(Plain).GetProperty("recommendations")[0].TryGetProperty("predictedRatingStandardDeviation", out _)
        );
    }

    [Fact]
    public void WriteCsv_ModelThatKnowsItsSpread_HasAColumnOfIt()
    {
        string[] spread = Csv(Spread);
        string[] plain = Csv(Plain);

        Assert.Equal("rank,movieId,title,genres,score,predictedRating,predictedRatingStandardDeviation", spread[0]);
        Assert.Equal("1,103,Movie 3 (2003),Comedy,0.5,4.375,0.8125", spread[1]);
        Assert.Equal("rank,movieId,title,genres,score,predictedRating", plain[0]);
        Assert.Equal("1,103,Movie 3 (2003),Comedy,0.5,4.375", plain[1]);
    }

    private static string Table(Recommendation[] list)
    {
        var writer = new StringWriter { NewLine = "\n" };
        RecommendationView.WriteTable(
            Consoles.Create(writer, noColor: true, redirected: true),
            Bundle,
            TinyWorld.History(0, 1),
            list,
            explanations: null,
            userId: null
        );
        return writer.ToString();
    }

    private static JsonElement Json(Recommendation[] list)
    {
        var writer = new StringWriter();
        RecommendationView.WriteJson(writer, Bundle, list, explanations: null, userId: null);
        return JsonDocument.Parse(writer.ToString()).RootElement;
    }

    private static string[] Csv(Recommendation[] list)
    {
        var writer = new StringWriter { NewLine = "\n" };
        RecommendationView.WriteCsv(writer, Bundle, list, explanations: null);
        return writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
