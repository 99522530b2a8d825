using System.Numerics.Tensors;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// Which movies people rate soon after, and near, one another: a neighbourhood of the last few ratings, in the manner of
/// first-order Markov chains (Rendle, Freudenthaler and Schmidt-Thieme 2010, FPMC). In MovieLens it has much to say because
/// people rate what the site shows them, in the order it shows it (Fan et al. 2023, Our Model Achieves Excellent Performance
/// on MovieLens: What Does It Mean?). Immutable; safe to share between threads.
/// </summary>
internal sealed class OrderNeighbors
{
    private const int Neighbors = 200;
    private const int Latest = 5;
    private const float DecayPerRating = 0.8f;
    private const int Damping = 3;

    private readonly int[] counts;
    private readonly NeighborLists forward;
    private readonly NeighborLists backward;
    private readonly float[] inverseRoots;
    private readonly float[] inverseDampedRoots;

    private OrderNeighbors(int[] counts, NeighborLists forward, NeighborLists backward)
    {
        this.counts = counts;
        this.forward = forward;
        this.backward = backward;
        inverseRoots = [.. counts.Select(count => count == 0 ? 0 : 1 / MathF.Sqrt(count))];
        inverseDampedRoots = [.. counts.Select(count => 1 / MathF.Sqrt(count + Damping))];
    }

    public int ItemCount => counts.Length;

    /// <summary>
    /// For each pair a before b at distance d = 1 to 10 in a user's order of time (of the same second: of item index),
    /// forward[a][b] and backward[b][a] grow by 1/d; each keeps its 200 heaviest per item, of equal ones the lower index.
    /// </summary>
    public static OrderNeighbors Train(InteractionMatrix ratings, TrainingContext context)
    {
        (NeighborLists forward, NeighborLists backward) = OrderCounter.Count(ratings, Neighbors, context);
        return new OrderNeighbors(ratings.ColumnCounts(), forward, backward);
    }

    /// <summary>
    /// What people rate soon after the history's last five ratings i₁ (the latest), i₂, …:
    /// √ Σₖ 0.8ᵏ⁻¹ · forward[iₖ][j] / (√n(iₖ) · √(n(j) + 3)), with n an item's training ratings.
    /// </summary>
    /// <param name="scores">One per item; overwritten.</param>
    public void ScoreNext(UserHistory history, Span<float> scores) => Score(history, near: false, scores);

    /// <summary>The same with forward + backward: what people rate soon after or before.</summary>
    /// <inheritdoc cref="ScoreNext"/>
    public void ScoreNear(UserHistory history, Span<float> scores) => Score(history, near: true, scores);

    /// <summary>
    /// Splits <see cref="ScoreNext"/> among the entries of the history in proportion to their terms of the sum; 0 for all but
    /// the last five.
    /// </summary>
    /// <param name="contributions">Explained items × entries of the history, row-major; overwritten.</param>
    public void ContributionsNext(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions) =>
        Contributions(history, near: false, explained, contributions);

    /// <summary>Splits <see cref="ScoreNear"/> in the same way.</summary>
    /// <inheritdoc cref="ContributionsNext"/>
    public void ContributionsNear(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions) =>
        Contributions(history, near: true, explained, contributions);

    public void Save(SafetensorsWriter tensors)
    {
        tensors.Add("order_counts", counts);
        forward.Save(tensors, "order_forward_starts", "order_forward_columns", "order_forward_weights");
        backward.Save(tensors, "order_backward_starts", "order_backward_columns", "order_backward_weights");
    }

    public static OrderNeighbors Load(SafetensorsReader tensors) =>
        new(
            tensors.Ints("order_counts"),
            NeighborLists.Load(tensors, "order_forward_starts", "order_forward_columns", "order_forward_weights"),
            NeighborLists.Load(tensors, "order_backward_starts", "order_backward_columns", "order_backward_weights")
        );

    private void Score(UserHistory history, bool near, Span<float> scores)
    {
        scores.Clear();
        Span<int> places = stackalloc int[Latest];
        places = places[..LatestRatings.Select(history, ItemCount, places)];
        float decay = 1;
        foreach (int place in places)
        {
            int item = history.Items[place];
            float factor = decay * inverseRoots[item];
            forward.AddTo(scores, item, factor);
            if (near)
            {
                backward.AddTo(scores, item, factor);
            }

            decay *= DecayPerRating;
        }

        TensorPrimitives.Multiply(scores, inverseDampedRoots, scores);
        TensorPrimitives.Sqrt(scores, scores);
    }

    private void Contributions(UserHistory history, bool near, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        contributions.Clear();
        Span<int> places = stackalloc int[Latest];
        places = places[..LatestRatings.Select(history, ItemCount, places)];
        for (int n = 0; n < explained.Length; n++)
        {
            Span<float> parts = contributions.Slice(n * history.Count, history.Count);
            float sum = 0;
            float decay = inverseDampedRoots[explained[n]];
            foreach (int place in places)
            {
                int item = history.Items[place];
                float weight = forward.Weight(item, explained[n]);
                weight += near ? backward.Weight(item, explained[n]) : 0;
                parts[place] = decay * inverseRoots[item] * weight;
                sum += parts[place];
                decay *= DecayPerRating;
            }

            if (sum > 0)
            {
                TensorPrimitives.Divide(parts, MathF.Sqrt(sum), parts);
            }
        }
    }
}
