using Matinee.Data.Simulation;

namespace Matinee.Data.Demo;

/// <summary>How one user turns liking into stars: strict or kind, bold or cautious, with half stars or without.</summary>
internal sealed class RatingStyle
{
    private const double QualityWeight = 0.35;
    private const double AffinityWeight = 0.5;
    private const double MoodWeight = 0.65;

    // People mostly see what they expect to like; what they like as much as usual gets the usual stars.
    private const double UsualLiking = 0.5;
    private const double UsualStars = 3.75;
    private const double DisappointmentStretch = 1.25;
    private readonly double bias;
    private readonly double spread;
    private readonly double halfStars;
    private readonly Draws draws;

    public RatingStyle(Draws draws)
    {
        this.draws = draws;
        bias = 0.33 * draws.Normal();
        spread = draws.Uniform(0.75, 1.3);
        // Two kinds of people: those who hardly ever give half a star, and those who use the whole scale.
        halfStars = draws.Chance(0.4) ? 0.05 : 0.75;
    }

    /// <summary>Twice the stars, 1 to 10.</summary>
    /// <param name="quality">How good the film is to everyone, standardised.</param>
    /// <param name="affinity">How well it fits the user, standardised over the catalogue.</param>
    public int Rate(double quality, double affinity)
    {
        double liking = QualityWeight * quality + AffinityWeight * affinity + MoodWeight * draws.Normal();
        double surprise = liking - UsualLiking;
        // Disappointment is voiced more strongly than delight: the histogram leans left, as real ones do.
        double stars = UsualStars + bias + spread * (surprise < 0 ? DisappointmentStretch * surprise : surprise);
        double rounded = draws.Chance(halfStars) ? Math.Floor(2 * stars + 0.5) : 2 * Math.Floor(stars + 0.5);
        return (int)Math.Clamp(rounded, 1, 10);
    }
}
