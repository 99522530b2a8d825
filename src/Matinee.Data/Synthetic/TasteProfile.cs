using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>
/// One user: how much they like each taste group (standard normal), which drives both what they see and how they rate
/// it, and their style. The parts of a rating's latent score have variances that add up to 1.
/// </summary>
/// <param name="usualLiking">Mean over what people see, who see more of what they like.</param>
internal sealed class TasteProfile(double usualLiking)
{
    public const int Groups = 16;

    /// <summary>A user draws a movie of a group they like by one with e to this times the weight.</summary>
    public const double ViewingPull = 1.2;

    public const double QualitySpread = 0.42;
    private const double BiasSpread = 0.42;
    private const double TasteSpread = 0.38;
    private const double MoodSpread = 0.709;
    private const double FirstGroup = 0.8;
    private const double SecondGroup = 0.6;
    private const double HalfStarUsers = 0.6;

    private readonly double[] likings = new double[Groups];
    private readonly double[] pulls = new double[Groups];
    private double bias;

    /// <summary>By taste group: factors on the weights of its movies.</summary>
    public ReadOnlySpan<double> Pulls => pulls;

    public bool UsesHalfStars { get; private set; }

    public void Become(Draws draws)
    {
        bias = BiasSpread * draws.Normal();
        UsesHalfStars = draws.Chance(HalfStarUsers);
        for (int group = 0; group < Groups; group++)
        {
            likings[group] = draws.Normal();
            pulls[group] = PortableMath.Exp(ViewingPull * likings[group]);
        }
    }

    /// <summary>Standard normal over all ratings: where the rating stands among all.</summary>
    public double Score(double quality, int firstGroup, int secondGroup, Draws draws)
    {
        double taste = FirstGroup * (likings[firstGroup] - usualLiking) + SecondGroup * likings[secondGroup];
        return bias + quality + TasteSpread * taste + MoodSpread * Mood(draws.Bits());
    }

    /// <summary>The sum of four uniforms, standardised: near enough to normal once it is mixed with the rest.</summary>
    private static double Mood(ulong bits)
    {
        const double deviation = 65536 * 0.57735026918962576;
        ulong sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return ((double)sum - 2 * 65535) / deviation;
    }
}
