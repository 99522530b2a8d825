using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Selection;
using Matinee.Core.Ranking.Onboarding;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Ranking.Onboarding;

public class OnboardingMoviesTests
{
    private static readonly ModelBundle Bundle = TinyBundle.Train(FitOn.All);
    private static readonly OnboardingMovies Onboarding = new(Bundle, Bundle.Recommender());

    [Fact]
    public void Next_NothingKnown_AsksForBothTastesInTurn()
    {
        int[] asked = Next(UserHistory.Empty, [], 4);

        Assert.Equal([0, 1], asked[..2].Select(item => item / 5).Order());
        Assert.Equal(4, asked.Distinct().Count());
    }

    [Fact]
    public void Next_RatedAndSkipped_AreNotAskedForAgain()
    {
        int[] asked = Next(TinyWorld.History(0, 6), [9, 2, 500], 100);

        Assert.Equal([1, 3, 4, 5, 7, 8], asked.Order());
    }

    [Fact]
    public void Next_OneTasteRated_AsksForTheOtherFirst()
    {
        Assert.InRange(Next(TinyWorld.History(1), [], 1)[0], 5, 9);
        Assert.InRange(Next(UserHistory.Empty, [7], 1)[0], 0, 4);
    }

    [Fact]
    public void Next_SameAnswers_AsksTheSame()
    {
        var again = new OnboardingMovies(Bundle, Bundle.Recommender());

        Assert.Equal(
            Next(TinyWorld.History(3, 8), [1], 5),
            again.Next(TinyWorld.History(3, 8), [1], 5).Select(item => item.Value)
        );
    }

    [Fact]
    public void Next_NoHistoriesInTheBundle_StillAsks()
    {
        ModelBundle detached = Bundle with { Histories = null };

        Assert.Equal(3, new OnboardingMovies(detached, detached.Recommender()).Next(UserHistory.Empty, [], 3).Length);
    }

    private static int[] Next(UserHistory soFar, int[] skipped, int count) =>
        [.. Onboarding.Next(soFar, skipped, count).Select(item => item.Value)];
}
