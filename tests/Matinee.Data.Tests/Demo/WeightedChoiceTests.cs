using Matinee.Data.Demo;
using Matinee.Data.Simulation;

namespace Matinee.Data.Tests.Demo;

public class WeightedChoiceTests
{
    [Fact]
    public void Draw_First_FollowsTheWeights()
    {
        int[] hits = new int[4];
        for (int n = 0; n < 20_000; n++)
        {
            hits[new WeightedChoice([1, 0, 3, 6]).Draw(new Draws(1, DrawPurpose.Viewing, n))]++;
        }

        Assert.Equal(0, hits[1]);
        Assert.Equal(0.1, hits[0] / 20_000.0, 0.01);
        Assert.Equal(0.3, hits[2] / 20_000.0, 0.015);
        Assert.Equal(0.6, hits[3] / 20_000.0, 0.015);
    }

    [Fact]
    public void Draw_UntilEmpty_GivesEveryPositiveWeightOnce()
    {
        var choice = new WeightedChoice([.. Enumerable.Range(0, 37).Select(n => (long)n)]);
        var draws = new Draws(1, DrawPurpose.Viewing, 0);

        int[] drawn = [.. Enumerable.Range(0, 36).Select(_ => choice.Draw(draws))];

        Assert.Equal(Enumerable.Range(1, 36), drawn.Order());
        Assert.Throws<InvalidOperationException>(() => choice.Draw(draws));
    }
}
