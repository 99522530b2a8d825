using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// The normal distribution that a group's parameters are drawn from, itself drawn anew from its conjugate distribution with
/// the parameters (Rendle 2012, section 3.3): nothing about it is to be tuned.
/// </summary>
internal sealed class NormalPrior
{
    /// <summary>
    /// How far parameters scatter before the data says anything. It is no more than a start: but where the data says little about
    /// a large group, a prior that expects much lets it grow, sweep by sweep, into noise.
    /// </summary>
    public const double Guess = 0.1;

    // Weak: as much as one parameter says, whatever the group's size.
    private const double MeanStrength = 1;
    private const double PrecisionShape = 1;
    private const double PrecisionRate = Guess * Guess;

    public double Mean { get; set; }
    public double Precision { get; set; } = 1;

    public void Sample(ReadOnlySpan<double> parameters, SequentialRandom random)
    {
        double squares = PrecisionRate + MeanStrength * Mean * Mean;
        double sum = 0;
        foreach (double parameter in parameters)
        {
            double deviation = parameter - Mean;
            squares += deviation * deviation;
            sum += parameter;
        }

        double shape = (PrecisionShape + parameters.Length + 1) / 2;
        Precision = random.Gamma(shape) / (squares / 2);
        double strength = parameters.Length + MeanStrength;
        Mean = sum / strength + random.Normal() / Math.Sqrt(strength * Precision);
    }
}
