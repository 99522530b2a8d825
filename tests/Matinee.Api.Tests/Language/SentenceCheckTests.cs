using Matinee.Api.Contracts;
using Matinee.Api.Language.Wording;
using Matinee.Api.Tests.Server;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking;

namespace Matinee.Api.Tests.Language;

public sealed class SentenceCheckTests(ServedBundles bundles)
{
    private static readonly TitlePhrases Catalogue = new([
        Film("Heat (1995)"),
        Film("Alien (1979)"),
        Film("Alien Resurrection (1997)"),
        Film("Matrix, The (1999)"),
        Film("Speed (1994)"),
        Film("It (2017)"),
        Film("Romance (1999)"),
        Film("*batteries not included (1987)"),
        Film("Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)"),
    ]);

    [Theory]
    [InlineData("You liked Alien, and Heat keeps that tense mood.")]
    [InlineData("Because you liked Alien (1979), this one should suit you.")]
    [InlineData("Since you enjoyed \"Alien\", it is a good next film for you!")]
    [InlineData("Heat shares the dark mood of Alien.")]
    [InlineData("You liked alien, so this Crime story should suit you.")]
    [InlineData("You liked Alien; its theme of bank robbers will suit you.")]
    public void Holds_ReasonsAlone_IsTrue(string sentence) =>
        Assert.True(SentenceCheck.Holds(sentence, Heat, Catalogue));

    [Theory]
    [InlineData("You liked The Matrix, so this suits you.")]
    [InlineData("You liked the matrix, so this suits you.")]
    [InlineData("You liked speed, so this suits you.")]
    [InlineData("You liked It, so this suits you.")]
    [InlineData("You liked Romance, so this suits you.")]
    [InlineData("You liked batteries not included, so this suits you.")]
    [InlineData("You liked le fabuleux destin d'amélie poulain, so this suits you.")]
    [InlineData("You liked Alien Resurrection, so this suits you.")]
    [InlineData("You liked alien resurrection, so this suits you.")]
    [InlineData("You will love The Purple Wombat, too.")]
    [InlineData("Wombat suits you well.")]
    [InlineData("You liked СТАЛКЕР, so this suits you.")]
    [InlineData("You liked 乱, so this suits you.")]
    [InlineData("You liked Alien 9 times.")]
    [InlineData("You liked Alien ② times.")]
    [InlineData("You and a million others liked Alien.")]
    [InlineData("You liked Alien (1986), so this suits you.")]
    [InlineData("You liked Alien. Buy it now.")]
    [InlineData("You liked Alien\nand this suits you.")]
    [InlineData("You liked Alien <b>so</b> much.")]
    [InlineData("You liked Alien, see https://evil.example")]
    [InlineData("You liked Alien {{secret}} so much.")]
    [InlineData("")]
    [InlineData("You.")]
    [InlineData("...")]
    public void Holds_AnythingElse_IsFalse(string sentence) =>
        Assert.False(SentenceCheck.Holds(sentence, Heat, Catalogue));

    [Fact]
    public void Holds_TooLong_IsFalse()
    {
        string sentence = "You liked Alien" + string.Concat(Enumerable.Repeat(" so very much", 20)) + ".";

        Assert.True(SentenceCheck.Holds(sentence[..200] + ".", Heat, Catalogue));
        Assert.False(SentenceCheck.Holds(sentence, Heat, Catalogue));
    }

    [Fact]
    public void Holds_EveryTitleOfACatalogue_IsFalseUnlessItIsAReason()
    {
        ModelBundle bundle = bundles.Load();
        var catalogue = new TitlePhrases(bundle.Catalog.Movies);
        string[] allowed = ["Heat (1995)", "Heat", "Alien (1979)", "Alien"];
        int tried = 0;
        foreach (string title in bundle.Catalog.Movies.Select(movie => movie.Title))
        {
            foreach (string name in MovieNames.Of(title).Append(title).Where(name => !allowed.Contains(name)))
            {
                Assert.False(SentenceCheck.Holds($"You liked {name}, so this suits you.", Heat, catalogue), name);
                Assert.True(
                    SentenceCheck.Holds($"You liked Alien, so this suits you.", Heat, catalogue),
                    "the sentence itself"
                );
                tried++;
            }
        }

        Assert.True(tried > 1_000, $"{tried}");
    }

    [Theory]
    [InlineData("Because you liked Alien (1979) and Speed (1994).", "rated:Alien (1979)", "rated:Speed (1994)")]
    [InlineData(
        "Because many people know it, and because you watched Heat (1995).",
        "popularity",
        "watched:Heat (1995)"
    )]
    [InlineData("Because you liked A (2000), and because of the tags x and y.", "rated:A (2000)", "texts")]
    [InlineData("Because of the tags x and y.", "texts")]
    [InlineData("Nothing you rated speaks for it; it is what comes next for you.")]
    public void Template_Reasons_IsASentence(string expected, params string[] reasons) =>
        Assert.Equal(expected, ReasonTemplate.Of([.. reasons.Select(Reason)]));

    [Fact]
    public void Template_LongTitles_StaysShort()
    {
        string title = string.Concat(Enumerable.Repeat("Longer ", 20)) + "(1990)";

        string two = ReasonTemplate.Of([Reason($"rated:{title}"), Reason($"rated:{title}")]);
        string none = ReasonTemplate.Of([Reason($"rated:{title}{title}{title}")]);

        Assert.InRange(two.Length, 100, SentenceCheck.LongestSentence);
        Assert.InRange(none.Length, 10, SentenceCheck.LongestSentence);
    }

    private static RecommendedMovie Heat { get; } =
        new()
        {
            Id = 1,
            Title = "Heat (1995)",
            Genres = ["Crime", "Romance"],
            Year = 1995,
            PredictedRating = 4,
            Confidence = null,
            Score = 1,
            Reasons =
            [
                Reason("rated:Alien (1979)"),
                Reason("texts") with
                {
                    Named = [new NamedTextJson("tag", "bank robbers", 1, 1)],
                },
            ],
        };

    private static ReasonJson Reason(string text) =>
        text.Split(':', 2) switch
        {
            ["rated", var title] => new()
            {
                Kind = ReasonJson.RatedMovie,
                Title = title,
                Liked = true,
                Share = 0.5,
                Text = "",
            },
            ["watched", var title] => new()
            {
                Kind = ReasonJson.RatedMovie,
                Title = title,
                Liked = false,
                Share = 0.5,
                Text = "",
            },
            ["texts"] => new()
            {
                Kind = ReasonJson.Texts,
                Share = 0.5,
                Text = "because of the tags x and y",
            },
            _ => new()
            {
                Kind = text,
                Share = 0.5,
                Text = "",
            },
        };

    private static Movie Film(string title) => new() { Id = new ItemId(1), Title = title };
}
