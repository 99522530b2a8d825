using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Tests.Ranking.Controls;

public class RankingControlsTests
{
    public static TheoryData<RankingControls> OutOfRange =>
        [
            new RankingControls { Diversity = -0.1 },
            new RankingControls { Diversity = 1.1 },
            new RankingControls { Diversity = double.NaN },
            new RankingControls { Calibration = 2 },
            new RankingControls { Popularity = -1.1 },
            new RankingControls { Popularity = 1.1 },
            new RankingControls { Serendipity = -1 },
            new RankingControls { Filter = new MovieFilter { MinRatings = -1 } },
        ];

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_OutOfRange_Throws(RankingControls controls)
    {
        Assert.Throws<MatineeException>(controls.Validate);
    }

    [Fact]
    public void IsNeutral_Default_IsTrueAndAnyControlEndsIt()
    {
        Assert.True(new RankingControls().IsNeutral);
        Assert.True(new RankingControls { DiversityMethod = DiversityMethod.Dpp, Filter = new() }.IsNeutral);
        Assert.False(new RankingControls { Diversity = 0.1 }.IsNeutral);
        Assert.False(new RankingControls { Calibration = 0.1 }.IsNeutral);
        Assert.False(new RankingControls { Popularity = -0.1 }.IsNeutral);
        Assert.False(new RankingControls { Serendipity = 0.1 }.IsNeutral);
        Assert.False(new RankingControls { Filter = new MovieFilter { YearTo = 1990 } }.IsNeutral);
    }

    [Fact]
    public void Describe_SomeControls_NamesThoseThatAreSet()
    {
        var controls = new RankingControls
        {
            Diversity = 0.22,
            DiversityMethod = DiversityMethod.Dpp,
            Popularity = -0.5,
            Filter = new MovieFilter { MinRatings = 3 },
        };

        Assert.Equal("diversity 0.22 (dpp), popularity -0.5, filtered", controls.Describe());
        Assert.Equal("none", new RankingControls().Describe());
    }
}
