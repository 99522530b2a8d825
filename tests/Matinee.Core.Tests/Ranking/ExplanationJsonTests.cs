using System.Text;
using System.Text.Json;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Ranking;

public class ExplanationJsonTests
{
    [Fact]
    public void WriteTo_EveryKindOfReason_HoldsWhatItsKindHas()
    {
        var explanation = new Explanation(
            new ItemIndex(4),
            [
                new Reason.RatedMovie(new ItemIndex(2), 4.5f, Liked: true, 0.123456),
                new Reason.Popularity(7, 12, 0.5),
                new Reason.RatedWell(3.5f, 9, 1),
            ]
        );

        Assert.Equal(
            """{"reasons":["""
                + """{"kind":"rated-movie","movieId":102,"title":"Movie 2 (2002)","rating":4.5,"liked":true,"share":0.1235,"text":"you liked Movie 2 (2002) \u26054.5"},"""
                + """{"kind":"popularity","raters":7,"users":12,"share":0.5,"text":"popular: rated by 7 of 12 people"},"""
                + """{"kind":"rated-well","stars":3.5,"raters":9,"share":1,"text":"rated \u26053.5 on average by 9 people"}]}""",
            Written(explanation)
        );
    }

    [Fact]
    public void WriteTo_Texts_StandBesideTheReasons()
    {
        var explanation = new Explanation(new ItemIndex(4), [])
        {
            Texts = new TextReason([new NamedText(FacetKind.Tag, "time travel", 0.66667, 0.25)], 0.2),
        };

        Assert.Equal(
            """{"reasons":[],"texts":{"share":0.2,"text":"because of the tag time travel","named":[{"kind":"tag","text":"time travel","part":0.6667,"attention":0.25}]}}""",
            Written(explanation)
        );
    }

    private static string Written(Explanation explanation)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            ExplanationJson.Of(explanation, TinyWorld.Catalog).WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
