using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Bayesian linear regression of a history's ratings on a user's own parameters θ, in one sample: precision
/// Λ = diag(λ) + α Σ x xᵀ, mean Λ⁻¹ (λ μ + α Σ x (target − offset)).
/// </summary>
/// <param name="size">Parameters of the user.</param>
/// <param name="count">Ratings of the history.</param>
internal sealed class FoldInWork(int size, int count)
{
    private readonly double[] precision = new double[size * size];
    private readonly double[] lower = new double[size * size];
    private readonly double[] right = new double[size];
    private readonly double[] rows = new double[(long)size * count];
    private readonly double[] offsets = new double[count];
    private double noise;

    public double[] PriorMean { get; } = new double[size];
    public double[] PriorPrecision { get; } = new double[size];

    /// <summary>The x of the rating that is added next.</summary>
    public double[] Features { get; } = new double[size];

    /// <summary>What each rating is to be: stars, or latent.</summary>
    public double[] Targets { get; } = new double[count];

    /// <summary>θ</summary>
    public double[] Solution { get; } = new double[size];

    public void Begin(double noisePrecision)
    {
        noise = noisePrecision;
        Array.Clear(precision);
        for (int k = 0; k < size; k++)
        {
            precision[k * size + k] = PriorPrecision[k];
        }
    }

    public void Add(int n, double offset, double target)
    {
        offsets[n] = offset;
        Targets[n] = target;
        Features.CopyTo(rows, (long)n * size);
        for (int k = 0; k < size; k++)
        {
            double scaled = noise * Features[k];
            for (int l = 0; l <= k; l++)
            {
                precision[k * size + l] += scaled * Features[l];
            }
        }
    }

    public double Predict(int n) =>
        offsets[n] + System.Numerics.Tensors.TensorPrimitives.Dot<double>(rows.AsSpan(n * size, size), Solution);

    /// <summary>Λ = L Lᵀ</summary>
    public void Factor()
    {
        for (int k = 0; k < size; k++)
        {
            for (int l = 0; l <= k; l++)
            {
                double sum = precision[k * size + l];
                for (int m = 0; m < l; m++)
                {
                    sum -= lower[k * size + m] * lower[l * size + m];
                }

                lower[k * size + l] = k == l ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / lower[l * size + l];
            }
        }
    }

    /// <summary>Sets θ to its mean.</summary>
    public void SolveMean()
    {
        for (int k = 0; k < size; k++)
        {
            right[k] = PriorPrecision[k] * PriorMean[k];
        }

        for (int n = 0; n < count; n++)
        {
            double residual = noise * (Targets[n] - offsets[n]);
            for (int k = 0; k < size; k++)
            {
                right[k] += residual * rows[n * size + k];
            }
        }

        for (int k = 0; k < size; k++)
        {
            double sum = right[k];
            for (int m = 0; m < k; m++)
            {
                sum -= lower[k * size + m] * right[m];
            }

            right[k] = sum / lower[k * size + k];
        }

        SolveTransposed(right, Solution, add: false);
    }

    /// <summary>Moves θ from its mean to a draw.</summary>
    public void Scatter(SequentialRandom random)
    {
        for (int k = 0; k < size; k++)
        {
            right[k] = random.Normal();
        }

        SolveTransposed(right, Solution, add: true);
    }

    private void SolveTransposed(double[] from, double[] to, bool add)
    {
        for (int k = size - 1; k >= 0; k--)
        {
            double sum = from[k];
            for (int m = k + 1; m < size; m++)
            {
                sum -= lower[m * size + k] * from[m];
            }

            from[k] = sum / lower[k * size + k];
        }

        for (int k = 0; k < size; k++)
        {
            to[k] = add ? to[k] + from[k] : from[k];
        }
    }
}
