using System.Xml.Linq;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Report.Sections;

namespace Matinee.Report.Tests.Sections;

public class SamplesSectionTests
{
    [Fact]
    public void Quartiles_NineUsers_AreTheThirdFifthAndSeventhByActivity()
    {
        Assert.Equal([6, 4, 2], SamplesSection.Quartiles([90, 80, 70, 60, 50, 40, 30, 20, 10]));
    }

    [Fact]
    public void Quartiles_EqualActivity_TakesUsersInOrder()
    {
        Assert.Equal([1, 2, 3], SamplesSection.Quartiles([5, 5, 5, 5, 5]));
    }

    [Theory]
    [InlineData(1, new[] { 0 })]
    [InlineData(2, new[] { 0 })]
    [InlineData(3, new[] { 0, 1 })]
    public void Quartiles_FewUsers_RepeatsNobody(int users, int[] rows)
    {
        Assert.Equal(rows, SamplesSection.Quartiles(new int[users]));
    }

    [Fact]
    public void Render_Lists_MarkExactlyTheMoviesToFind()
    {
        ModelEvaluation evaluation = SampleReport.Ease.Evaluation;
        RankingResult ranking = evaluation.Model.Ranking!;
        InteractionMatrix relevant = evaluation.Task.Ranking.Relevant;
        XElement[] articles = [.. SampleReport.Ease.Page().Descendants("article")];

        Assert.Equal(3, articles.Length);
        int marks = 0;
        foreach (XElement article in articles)
        {
            var id = new UserId(int.Parse(article.Element("h3")!.Value["User ".Length..], null));
            Assert.True(evaluation.Dataset.Users.TryGetIndex(id, out UserIndex user));
            ScoredItem[] list = ranking.Lists[ranking.Users.ToList().IndexOf(user.Value)];
            bool[] marked = [.. article.Element("ol")!.Elements("li").Select(item => item.Element("mark") is not null)];
            Assert.Equal(list.Take(10).Select(scored => relevant.RowColumns(user.Value).Contains(scored.Item)), marked);
            marks += marked.Count(mark => mark);
        }

        Assert.True(marks > 0);
    }
}
