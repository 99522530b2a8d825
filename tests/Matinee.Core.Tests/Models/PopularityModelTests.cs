using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;

namespace Matinee.Core.Tests.Models;

public class PopularityModelTests : RecommenderContract
{
    private protected override ModelKind Kind => PopularityModel.ModelKind;

    [Fact]
    public void Score_AnyHistory_IsTheNumberOfTrainingRatings()
    {
        // Items 0–4 are each left out by one of users 0–4, and rated by the other five.
        Assert.All(Scores(Train(), UserHistory.Empty), count => Assert.Equal(5, count));
    }
}
