using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Bayesian linear regression of a history's ratings on a user's own parameters θ, in four samples at a time, a lane each:
/// precision Λ = diag(λ) + α Σ x xᵀ, mean Λ⁻¹ (λ μ + α Σ x (target − offset)).
/// </summary>
/// <param name="size">Parameters of the user.</param>
/// <param name="count">Ratings of the history.</param>
internal sealed class FoldInWork(int size, int count)
{
    private readonly Lanes[] precision = new Lanes[size * size];
    private readonly Lanes[] lower = new Lanes[size * size];
    private readonly Lanes[] right = new Lanes[size];
    private readonly Lanes[] rows = new Lanes[(long)size * count];
    private readonly Lanes[] offsets = new Lanes[count];
    private Lanes noise;

    public Lanes[] PriorMean { get; } = new Lanes[size];
    public Lanes[] PriorPrecision { get; } = new Lanes[size];

    /// <summary>The x of the rating that is added next.</summary>
    public Lanes[] Features { get; } = new Lanes[size];

    /// <summary>What each rating is to be: stars, or latent.</summary>
    public Lanes[] Targets { get; } = new Lanes[count];

    /// <summary>θ</summary>
    public Lanes[] Solution { get; } = new Lanes[size];

    public void Begin(Lanes noisePrecision)
    {
        noise = noisePrecision;
        Array.Clear(precision);
        for (int k = 0; k < size; k++)
        {
            precision[k * size + k] = PriorPrecision[k];
        }
    }

    public void Add(int n, Lanes offset, Lanes target)
    {
        offsets[n] = offset;
        Targets[n] = target;
        Features.CopyTo(rows, (long)n * size);
        for (int k = 0; k < size; k++)
        {
            Lanes scaled = noise * Features[k];
            for (int l = 0; l <= k; l++)
            {
                precision[k * size + l] += scaled * Features[l];
            }
        }
    }

    public Lanes Predict(int n)
    {
        Lanes sum = offsets[n];
        for (int k = 0; k < size; k++)
        {
            sum += rows[n * size + k] * Solution[k];
        }

        return sum;
    }

    /// <summary>Λ = L Lᵀ</summary>
    public void Factor()
    {
        for (int k = 0; k < size; k++)
        {
            for (int l = 0; l <= k; l++)
            {
                Lanes sum = precision[k * size + l];
                for (int m = 0; m < l; m++)
                {
                    sum -= lower[k * size + m] * lower[l * size + m];
                }

                lower[k * size + l] =
                    k == l ? Vector256.Sqrt(Vector256.Max(sum, Vector256.Create(1e-12))) : sum / lower[l * size + l];
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
            Lanes residual = noise * (Targets[n] - offsets[n]);
            for (int k = 0; k < size; k++)
            {
                right[k] += residual * rows[n * size + k];
            }
        }

        for (int k = 0; k < size; k++)
        {
            Lanes sum = right[k];
            for (int m = 0; m < k; m++)
            {
                sum -= lower[k * size + m] * right[m];
            }

            right[k] = sum / lower[k * size + k];
        }

        SolveTransposed(right, Solution, add: false);
    }

    /// <summary>Moves θ from its mean to a draw.</summary>
    public void Scatter(LaneRandom random)
    {
        for (int k = 0; k < size; k++)
        {
            right[k] = random.Normal();
        }

        SolveTransposed(right, Solution, add: true);
    }

    private void SolveTransposed(Lanes[] from, Lanes[] to, bool add)
    {
        for (int k = size - 1; k >= 0; k--)
        {
            Lanes sum = from[k];
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
