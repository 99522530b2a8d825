using System.Text.Json.Nodes;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Evaluation.Reports;

public class EvaluationReportTests
{
    private static readonly EvaluationReport NewPeople = EvaluationReport.From(
        TinyEvaluation.Run(TinyEvaluation.NewPeople)
    );

    [Fact]
    public void From_NewPeople_HasTheAuditGroupsAndFirstRatings()
    {
        Assert.Equal(
            new LeakageAudit(
                KnownRatings: TinyEvaluation.NewPeople.Ranking.Training.EntryCount,
                HeldOutRatings: 3,
                PairsInBoth: 0,
                KnownAfterOwnTest: 0,
                UsersKnownAfterOwnTest: 0,
                // The other people rated at 1000 and later, user 902 at 9.
                KnownAfterFirstTest: TinyEvaluation.NewPeople.Ranking.Training.EntryCount,
                // Whoever rated item 4 rated it last, so it is in the others' test part.
                UnseenMovies: 1,
                UnseenMovieRatings: 1,
                UsersWithoutHistory: 0,
                TaggedByRaters: 1
            ),
            NewPeople.Audit
        );
        // The tenth rating is out of reach: three are known of each.
        Assert.Equal([1, 3], NewPeople.ShortHistories!.Select(figure => figure.Given));
        Assert.All(NewPeople.ShortHistories!, figure => Assert.Equal(1, figure.K));
        Assert.Equal(3, NewPeople.Dataset.TestRatings);
        Assert.Equal("cold-user", NewPeople.Dataset.Split);
        Assert.Equal(["support.csv", "test.csv"], NewPeople.Protocol.Files!.Select(file => file.Name));
        Assert.All(NewPeople.Models, model => Assert.Empty(model.Rating));
    }

    [Fact]
    public void From_AllThatIsKnownOfNewPeople_IsTheModelsOwnFigure()
    {
        ShortHistoryFigure last = NewPeople.ShortHistories![^1];

        Assert.Equal(NewPeople.Models[0].Find("ndcg", 1)!.Value, last.Ndcg, 1e-12);
        Assert.Equal(NewPeople.Models[1].Find("ndcg", 1)!.Value, last.PopularityNdcg, 1e-12);
        Assert.InRange(last.Ndcg - last.PopularityNdcg, last.DifferenceLow, last.DifferenceHigh);
    }

    [Fact]
    public void From_Strata_MatchTheWholeWithIntervalsAroundThem()
    {
        var report = EvaluationReport.From(TinyEvaluation.Run(TinyEvaluation.Options with { Cutoffs = [3, 5] }));

        IReadOnlyList<StratumFigure> strata = report.Models[0].Strata!;
        StratumFigure[] activity = [.. strata.Where(figure => figure.Grouping == Strata.UserActivity)];
        Assert.Equal(TinyWorld.Users, activity.Sum(figure => figure.Size));
        Assert.Equal(
            report.Models[0].Find("ndcg", 3)!.Value,
            activity.Sum(figure => figure.Size * figure.Value) / TinyWorld.Users,
            1e-12
        );
        Assert.All(strata, figure => Assert.InRange(figure.Value, figure.Low!.Value, figure.High!.Value));
        Assert.All(activity, figure => Assert.InRange(figure.Value, 0.1, 1));
        Assert.Equal(
            strata.Select(figure => figure.Stratum),
            report.Models[2].Strata!.Select(figure => figure.Stratum)
        );
    }

    [Fact]
    public void ToJson_ThenFromJson_KeepsGroupsAuditFirstRatingsAndFiles()
    {
        EvaluationReport read = EvaluationReport.FromJson(NewPeople.ToJson());

        Assert.NotEmpty(read.Models[0].Strata!);
        Assert.Equal(NewPeople.Models[0].Strata, read.Models[0].Strata);
        Assert.Equal(NewPeople.Audit, read.Audit);
        Assert.Equal(NewPeople.ShortHistories, read.ShortHistories);
        Assert.Equal(NewPeople.Protocol.Files, read.Protocol.Files);
        Assert.Equal(NewPeople.Protocol.Hash, read.Protocol.Hash);
        Assert.Equal(NewPeople.ToJson(), read.ToJson());
    }

    [Fact]
    public void FromJson_ReportOfAnEarlierVersion_LacksWhatWasNotThereAndRenders()
    {
        JsonObject json = JsonNode.Parse(NewPeople.ToJson())!.AsObject();
        foreach (string added in new[] { "audit", "shortHistories", "run", "pareto", "faithfulness" })
        {
            json.Remove(added);
        }

        json["protocol"]!.AsObject().Remove("hash");
        json["protocol"]!.AsObject().Remove("files");
        foreach (JsonNode? model in json["models"]!.AsArray())
        {
            model!.AsObject().Remove("strata");
        }

        EvaluationReport read = EvaluationReport.FromJson(json.ToJsonString());

        Assert.Null(read.Audit);
        Assert.Null(read.ShortHistories);
        Assert.Null(read.Protocol.Hash);
        Assert.All(read.Models, model => Assert.Null(model.Strata));
        Assert.Equal(NewPeople.Models[0].Ranking, read.Models[0].Ranking);
        string text = MarkdownReport.Render(read);
        Assert.DoesNotContain("## Leakage audit", text, StringComparison.Ordinal);
        Assert.DoesNotContain("## By group", text, StringComparison.Ordinal);
        Assert.DoesNotContain("## First ratings", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Protocol hash", text, StringComparison.Ordinal);
        Assert.Contains("## Top 5\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_SampledRanking_IsLabelledAndFullRankingIsNot()
    {
        var sampled = EvaluationReport.From(TinyEvaluation.Run(TinyEvaluation.Options with { SampledNegatives = 2 }));

        string text = MarkdownReport.Render(sampled);

        Assert.Contains("> **Ranking is sampled (2 negatives)**, not full", text, StringComparison.Ordinal);
        Assert.Contains("- Ranking: sampled (2 negatives), over 10 movies", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sampled", MarkdownReport.Render(NewPeople), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Render_NewPeople_ShowsEverySection()
    {
        string text = MarkdownReport.Render(NewPeople);

        Assert.Contains("## Leakage audit\n", text, StringComparison.Ordinal);
        Assert.Contains("| held-out pairs that are known too | 0 | 0.0% |\n", text, StringComparison.Ordinal);
        Assert.Contains("| test users of whom nothing is known | 0 |  |\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "| held-out ratings whose user tagged the movie | 1 | 33.3% |\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("## First ratings\n", text, StringComparison.Ordinal);
        Assert.Contains("\n| 3 | ", text, StringComparison.Ordinal);
        Assert.Contains("- File: test.csv, SHA-256 `bb`\n", text, StringComparison.Ordinal);
        Assert.Contains($"- Protocol hash: `{NewPeople.Protocol.Hash}`\n", text, StringComparison.Ordinal);
        Assert.Contains("## By group\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "| user activity | size | ease ndcg@1 | popularity ndcg@1 | bias ndcg@1 |\n|---|---|---|---|---|\n| 3 ratings | 2 |",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_OfAnAudit_ShowAShareOfWhatTheyCount()
    {
        var audit = new LeakageAudit(200, 40, 1, 50, 7, 150, 3, 4, 2, TaggedByRaters: null);

        Assert.Equal(["2.5%", "25.0%", "75.0%", "10.0%", ""], AuditLine.Of(audit).Select(line => line.ShareText));
        Assert.Equal([1, 50, 150, 4, 2], AuditLine.Of(audit).Select(line => line.Count));
    }
}
