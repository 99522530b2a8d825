using System.Numerics.Tensors;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>A user on a day in every sample, ready to meet movies.</summary>
/// <param name="user">The user's row.</param>
/// <param name="usualDay">The row of a day of which nothing is known.</param>
internal sealed class Person(PosteriorSamples posterior, float[] user, float[] usualDay)
{
    private readonly int samples = posterior.Shape.Samples;
    private readonly int rank = posterior.Shape.Rank;
    private readonly float[] day = new float[posterior.OtherDay.Length];

    /// <summary>What the samples predict before any movie: samples.</summary>
    private readonly float[] level = new float[posterior.Shape.Samples];

    /// <summary>User and day together: rank × samples.</summary>
    private readonly float[] vector = new float[posterior.Shape.Rank * posterior.Shape.Samples];

    private readonly float[] movie = new float[posterior.OtherDay.Length];
    private int? dayRow;

    /// <param name="row">Of the samples' days; negative for one of which nothing is known.</param>
    public void MoveTo(int row)
    {
        if (dayRow == row)
        {
            return;
        }

        dayRow = row;
        if (row < 0)
        {
            usualDay.CopyTo(day.AsSpan());
        }
        else
        {
            posterior.Days.Read(row, day);
        }

        TensorPrimitives.Add(posterior.Intercepts, user.AsSpan(0, samples), level);
        TensorPrimitives.Add(level, day.AsSpan(0, samples), level);
        for (int factor = 0; factor < rank; factor++)
        {
            ReadOnlySpan<float> own = Factor(user, factor);
            TensorPrimitives.MultiplyAdd(own, Factor(day, factor), level, level);
            TensorPrimitives.Add(own, Factor(day, factor), vector.AsSpan(factor * samples, samples));
        }
    }

    /// <summary>What every sample predicts for a movie, in stars or latent.</summary>
    /// <param name="predictions">Samples; overwritten.</param>
    public void Predict(int item, Span<float> predictions)
    {
        posterior.Movies.Read(item, movie);
        TensorPrimitives.Add(level, movie.AsSpan(0, samples), predictions);
        for (int factor = 0; factor < rank; factor++)
        {
            TensorPrimitives.MultiplyAdd(
                vector.AsSpan(factor * samples, samples),
                Factor(movie, factor),
                predictions,
                predictions
            );
        }
    }

    private ReadOnlySpan<float> Factor(float[] row, int factor) => row.AsSpan((1 + factor) * samples, samples);
}
