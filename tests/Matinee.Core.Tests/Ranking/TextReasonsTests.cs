using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Ranking;

namespace Matinee.Core.Tests.Ranking;

/// <summary>Which texts of a movie are named, through the engine's explainer.</summary>
public class TextReasonsTests
{
    // 30 ratings: popularity has let go, and the score is 30.
    private static readonly UserHistory LongHistory = History(30);

    private static readonly Movie Full = new()
    {
        Id = new ItemId(7),
        Title = "Looper (2012)",
        Genres = ["Action", "Sci-Fi"],
        Tags = [new("time travel", 9), new("mind-bending", 5), new("future", 2), new("guns", 1), new("unread", 1)],
    };

    [Fact]
    public void Explain_TextsThatAddMoreThanOthers_AreNamedWithTheirParts()
    {
        // They add 6 of 30, after 1 is taken away. Of the 7 added, 1.5/6 = a quarter is needed: 1.75.
        TextReason? reason = Explain(Full, (1, 0.1f), (-1, 0.2f), (2.5f, 0.3f), (1.8f, 0.1f), (1.7f, 0.2f), (0, 0.1f));

        Assert.NotNull(reason);
        Assert.Equal(6 / 30.0, reason.Share, 1e-6);
        Assert.Equal(
            [(FacetKind.Tag, "time travel", 0.3f), (FacetKind.Tag, "mind-bending", 0.1f)],
            reason.Texts.Select(text => (text.Kind, text.Text, (float)text.Attention))
        );
        Assert.Equal([2.5 / 7, 1.8 / 7], reason.Texts.Select(text => text.Part), Near);
        Assert.Equal("because of the tags time travel and mind-bending", TextReasonText.Of(reason));
        Assert.Equal("the tags time travel, mind-bending", TextReasonText.Brief(reason));
    }

    [Fact]
    public void Explain_AttentionAlone_IsNoReason()
    {
        // Read the most, and it speaks against.
        TextReason? reason = Explain(Full, (-1, 0.7f), (0, 0.06f), (5, 0.06f), (0, 0.06f), (0, 0.06f), (0, 0.06f));

        Assert.Equal(["time travel"], Texts(reason));
    }

    [Theory]
    // A quarter of 12 is 3: title and tag stand out.
    [InlineData(6.1f, 3.1f, new[] { "time travel" })]
    [InlineData(6.3f, 3.1f, new[] { "Looper (2012)", "time travel" })]
    [InlineData(9, 1, new[] { "Looper (2012)" })]
    public void Explain_Title_IsNamedBesideATagOnlyIfItAddsTwiceAsMuch(float title, float tag, string[] expected)
    {
        float rest = (12 - title - tag) / 4;

        Assert.Equal(expected, Texts(Explain(Full, (title, 1), (rest, 1), (tag, 1), (rest, 1), (rest, 1), (rest, 1))));
    }

    [Fact]
    public void Explain_ManyTextsStandOut_NamesAtMostThree()
    {
        // Eighteen texts: of 12, 1 is needed.
        Movie movie = Full with
        {
            Tags = [.. Enumerable.Range(0, 16).Select(n => new MovieTag($"tag {n:00}", 20 - n))],
        };
        var readings = Enumerable.Repeat(new FacetReading(FacetKind.Tag, 0.05f, 0), 18).ToArray();
        readings[0] = new FacetReading(FacetKind.Title, 0.05f, 0);
        readings[1] = new FacetReading(FacetKind.Genres, 0.05f, 0);
        float[] scores = [2, 3, 4, 1.5f, 1.5f];
        for (int n = 0; n < scores.Length; n++)
        {
            readings[4 + n] = readings[4 + n] with { Score = scores[n] };
        }

        Assert.Equal(["tag 04", "tag 03", "tag 02"], Texts(Explain(movie, readings, maxTags: 16)));
    }

    [Fact]
    public void Explain_OnlyText_IsNamed()
    {
        Movie bare = Full with { Genres = [], Tags = [] };

        TextReason? reason = Explain(bare, (10, 1));

        Assert.Equal("because of the title", TextReasonText.Of(reason!));
        Assert.False(reason!.SaysMoreThanTheTitle);
    }

    [Theory]
    // 2.9 of 30 is below a tenth, 3 of 30 is not.
    [InlineData(2.9f, false)]
    [InlineData(3.001f, true)]
    [InlineData(-5, false)]
    public void Explain_TextsBelowATenth_AreNoReason(float score, bool named) =>
        Assert.Equal(named, Explain(Full with { Genres = [], Tags = [] }, (score, 1)) is not null);

    [Fact]
    public void Explain_ShortHistory_LeavesTextsWhatPopularityLeaves()
    {
        // The ranker scores all alike, so popularity is all that speaks for the popular movie.
        MovieCatalog catalog = new([Full, Full with { Id = new ItemId(8) }], 2);
        var popularity = PopularityModel.Train(new InteractionMatrix([0, 1], [0], [4f], [0], 2));
        var explainer = new Explainer(Reader((6, 1), (0, 1), (0, 1), (0, 1), (0, 1), (0, 1)), popularity, 9, catalog);

        Explanation[] explanations = explainer.Explain(History(8), [new ItemIndex(0), new ItemIndex(1)]);

        Assert.Null(explanations[0].Texts);
        Assert.Equal(6 / 8.0, explanations[1].Texts!.Share, 1e-6);
    }

    [Fact]
    public void Explain_MovieThatNobodyRated_IsItsTextsAndNotPopular()
    {
        MovieCatalog catalog = new([Full, Full with { Id = new ItemId(8) }], 1);
        var popularity = PopularityModel.Train(new InteractionMatrix([0, 1], [0], [4f], [0], 1));
        var explainer = new Explainer(Reader((0, 1), (0, 1), (6, 1), (0, 1), (0, 1), (0, 1)), popularity, 9, catalog);

        Explanation unrated = explainer.Explain(LongHistory, [new ItemIndex(1)])[0];

        Assert.Equal("because of the tag time travel", TextReasonText.Of(unrated.Texts!));
        Assert.Empty(explainer.Explain(UserHistory.Empty, [new ItemIndex(1)])[0].Reasons);
    }

    [Fact]
    public void Explain_CatalogWithOtherTexts_NamesNone() =>
        Assert.Null(Explain(Full with { Genres = [] }, (0, 1), (0, 1), (9, 1), (0, 1), (0, 1), (0, 1)));

    [Theory]
    [InlineData("Comedy", "because of the genre Comedy")]
    [InlineData("Comedy, War", "because of the genres Comedy, War")]
    public void Of_Genres_AreCalledWhatTheyAre(string genres, string expected) =>
        Assert.Equal(expected, TextReasonText.Of(Reason((FacetKind.Genres, genres))));

    [Fact]
    public void Of_SeveralKinds_AreJoinedWithTheTagsTogether()
    {
        TextReason reason = Reason((FacetKind.Tag, "space"), (FacetKind.Plot, "A ship."), (FacetKind.Tag, "dark"));

        Assert.Equal("because of the tags space and dark and the plot", TextReasonText.Of(reason));
        Assert.Equal("the tag space, the plot", TextReasonText.Brief(reason));
        Assert.True(reason.SaysMoreThanTheTitle);
    }

    [Fact]
    public void Sentence_TextsBesideMovies_ComeLast()
    {
        var explanation = new Explanation(new ItemIndex(0), []) { Texts = Reason((FacetKind.Tag, "space")) };

        Assert.Equal("because of the tag space", ReasonText.Sentence(explanation, TinyCatalog));
        Reason[] liked = [new Reason.RatedMovie(new ItemIndex(0), 4, true, 1)];
        Assert.Equal(
            "you liked Looper (2012) ★4.0; because of the tag space",
            ReasonText.Sentence(explanation with { Reasons = liked }, TinyCatalog)
        );
    }

    private static readonly MovieCatalog TinyCatalog = new([Full], 1);

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-6;

    private static TextReason Reason(params (FacetKind Kind, string Text)[] texts) =>
        new([.. texts.Select(text => new NamedText(text.Kind, text.Text, 0.5, 0.5))], 0.5);

    private static string[] Texts(TextReason? reason) => [.. reason!.Texts.Select(text => text.Text)];

    private static TextReason? Explain(Movie movie, params (float Score, float Attention)[] readings) =>
        Explain(movie, Readings(readings));

    private static TextReason? Explain(Movie movie, FacetReading[] readings, int maxTags = 4)
    {
        var reader = new FixedReader(1, readings) { FacetOptions = new MovieFacetOptions { MaxTags = maxTags } };
        var popularity = PopularityModel.Train(new InteractionMatrix([0], [], [], [], 1));
        return new Explainer(reader, popularity, 9, new MovieCatalog([movie], 1))
            .Explain(LongHistory, [new ItemIndex(0)])[0]
            .Texts;
    }

    private static FixedReader Reader(params (float Score, float Attention)[] readings) => new(2, Readings(readings));

    // As Full has them.
    private static FacetReading[] Readings((float Score, float Attention)[] readings) =>
        [
            .. readings.Select(
                (read, n) => new FacetReading(n < 2 ? (FacetKind)n : FacetKind.Tag, read.Attention, read.Score)
            ),
        ];

    private static UserHistory History(int count) =>
        new(Enumerable.Range(0, count).ToArray(), Enumerable.Repeat(4f, count).ToArray(), new long[count]);
}
