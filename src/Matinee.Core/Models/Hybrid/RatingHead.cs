using System.Numerics.Tensors;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// Ratings: biases and factors, where a person's own come from the deviations in the history (Koren 2008, section 4), the
/// history's state and, while it holds, the training row; and a hidden layer over both factors (He et al. 2017).
/// </summary>
internal sealed unsafe class RatingHead
{
    private readonly HybridTensors small;
    private readonly FactorKernels kernels;
    private readonly FactorMatrix items;
    private readonly FactorMatrix evidence;
    private readonly FactorMatrix users;
    private readonly FactorMatrix fromState;
    private readonly FactorMatrix hiddenPerson;
    private readonly FactorMatrix hiddenItem;

    /// <param name="small">The tensors without those that become matrices.</param>
    public RatingHead(HybridTensors tensors, HybridTensors small, HybridShape shape, FactorKernels kernels)
    {
        this.small = small;
        this.kernels = kernels;
        int factors = shape.RatingFactors;
        items = FactorMatrix.From(tensors.RatingItems, shape.Items, factors);
        evidence = FactorMatrix.From(tensors.RatingHistory, shape.Items, factors);
        users = FactorMatrix.From(tensors.UserFactors, shape.Users, factors);
        fromState = FactorMatrix.From(tensors.HistoryToRating, factors, shape.RankingFactors);
        hiddenPerson = new FactorMatrix(shape.HiddenUnits, factors);
        hiddenItem = new FactorMatrix(shape.HiddenUnits, factors);
        for (int unit = 0; unit < shape.HiddenUnits; unit++)
        {
            ReadOnlySpan<float> weights = tensors.RatingHidden.AsSpan(unit * 2 * factors, 2 * factors);
            weights[..factors].CopyTo(hiddenPerson[unit]);
            weights[factors..].CopyTo(hiddenItem[unit]);
        }
    }

    /// <summary>The small tensors with the head's matrices.</summary>
    public HybridTensors ToTensors() =>
        small with
        {
            RatingItems = items.ToArray(),
            RatingHistory = evidence.ToArray(),
            UserFactors = users.ToArray(),
        };

    /// <summary>A person's factors and the hidden layer's part that is the same for every movie.</summary>
    /// <param name="state">The history's state, a factor matrix's row.</param>
    /// <param name="person">Receives them.</param>
    public void Read(UserHistory history, float* state, RatingPerson person)
    {
        UserIndex? known = history.Row is { } row && row.Value < users.RowCount ? row : null;
        Span<float> factors = person.Factors[0];
        float offset = MeanDeviation(history);
        AddDeviations(history, offset, factors);
        kernels.Products(
            state,
            1,
            fromState.Pointer,
            fromState.RowCount,
            fromState.Stride,
            person.FromState.Pointer,
            fromState.RowCount
        );
        TensorPrimitives.Add(factors, person.FromState[0], factors);
        TensorPrimitives.Add(factors, small.HistoryToRatingBias, factors);
        if (known is { } user)
        {
            TensorPrimitives.Add(factors, users[user.Value], factors);
            offset += small.UserBias[user.Value];
        }

        person.Level = small.Scale.Mean + offset;
        Hidden(person.Factors.Pointer, hiddenPerson, person.Hidden);
        TensorPrimitives.Add(person.Hidden[0], small.RatingHiddenBias, person.Hidden[0]);
        GC.KeepAlive(this);
    }

    /// <param name="text">What the movie's texts add.</param>
    /// <returns>Stars, within the scale.</returns>
    public float Predict(RatingPerson person, int item, float text)
    {
        Hidden(items.RowPointer(item), hiddenItem, person.Units);
        Span<float> units = person.Units[0];
        TensorPrimitives.Add(units, person.Hidden[0], units);
        TensorPrimitives.Max(units, 0, units);
        float rating =
            person.Level
            + small.RatingBias[item]
            + Vectors.Dot(person.Factors[0], items[item])
            + text
            + Vectors.Dot(units, small.RatingOutput)
            + small.RatingOutputBias;
        return Math.Clamp(rating, small.Scale.Lowest, small.Scale.Highest);
    }

    private float Deviation(UserHistory history, int entry) =>
        history.Ratings[entry] - small.Scale.Mean - small.RatingBias[history.Items[entry]];

    private float MeanDeviation(UserHistory history)
    {
        float sum = 0;
        for (int entry = 0; entry < history.Count; entry++)
        {
            sum += Deviation(history, entry);
        }

        return history.Count == 0 ? 0 : sum / (history.Count + small.Scale.MeanDamping);
    }

    private void AddDeviations(UserHistory history, float offset, Span<float> factors)
    {
        factors.Clear();
        float scale = history.Count == 0 ? 0 : 1 / MathF.Sqrt(history.Count + small.Scale.StateDamping);
        for (int entry = 0; entry < history.Count; entry++)
        {
            float weight = scale * (Deviation(history, entry) - offset);
            Vectors.Axpy(weight, evidence[history.Items[entry]], factors);
        }
    }

    private void Hidden(float* factors, FactorMatrix weights, FactorMatrix target) =>
        kernels.Products(
            factors,
            1,
            weights.Pointer,
            weights.RowCount,
            weights.Stride,
            target.Pointer,
            weights.RowCount
        );
}
