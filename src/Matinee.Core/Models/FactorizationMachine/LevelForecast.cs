using System.Numerics.Tensors;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Turns what the samples predict for a movie into probabilities of the levels, a mean and a spread.</summary>
internal sealed class LevelForecast
{
    private readonly PosteriorSamples posterior;
    private readonly bool probit;
    private readonly int samples;
    private readonly float[] scales;
    private readonly double noiseVariance;
    private readonly float[] distances;

    public LevelForecast(PosteriorSamples posterior, bool probit)
    {
        this.posterior = posterior;
        this.probit = probit;
        samples = posterior.Shape.Samples;
        scales = [.. posterior.Noises.Select(MathF.Sqrt)];
        noiseVariance = posterior.Noises.Average(noise => 1 / (double)noise);
        distances = new float[samples];
    }

    /// <param name="predictions">One per sample.</param>
    /// <param name="probabilities">One per level; overwritten.</param>
    public RatingPrediction Of(ReadOnlySpan<float> predictions, Span<float> probabilities)
    {
        ReadOnlySpan<float> levels = posterior.Shape.Levels;
        double below = 0;
        for (int k = 0; k + 1 < levels.Length; k++)
        {
            TensorPrimitives.Subtract(posterior.CutPoints.AsSpan(k * samples, samples), predictions, distances);
            TensorPrimitives.Multiply(distances, scales, distances);
            double upTo = Math.Max(below, NormalDistribution.MeanCumulative(distances));
            probabilities[k] = (float)(upTo - below);
            below = upTo;
        }

        probabilities[levels.Length - 1] = (float)(1 - below);
        return probit ? OfLevels(levels, probabilities) : OfStars(levels, predictions);
    }

    private static RatingPrediction OfLevels(ReadOnlySpan<float> levels, ReadOnlySpan<float> probabilities)
    {
        double mean = 0;
        double squares = 0;
        for (int k = 0; k < levels.Length; k++)
        {
            mean += (double)probabilities[k] * levels[k];
            squares += (double)probabilities[k] * levels[k] * levels[k];
        }

        return new RatingPrediction((float)mean, (float)Math.Sqrt(Math.Max(0, squares - mean * mean)));
    }

    private RatingPrediction OfStars(ReadOnlySpan<float> levels, ReadOnlySpan<float> predictions)
    {
        double mean = TensorPrimitives.Sum(predictions) / samples;
        double variance = TensorPrimitives.SumOfSquares(predictions) / samples - mean * mean;
        return new RatingPrediction(
            Math.Clamp((float)mean, levels[0], levels[^1]),
            (float)Math.Sqrt(Math.Max(0, variance) + noiseVariance)
        );
    }
}
