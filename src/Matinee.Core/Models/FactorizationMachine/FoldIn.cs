using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Gives a history its user: in every kept sample, the user's own weight and vector are drawn given the sample's everything
/// else. Given that, a rating is linear in them, so they are drawn all at once from a normal distribution; under a probit in
/// turn with the latent ratings (Albert and Chib 1993).
/// </summary>
internal sealed class FoldIn
{
    // Latent ratings start at their means, for a start in the middle, and are then drawn as often.
    private const int MeanRounds = 2;
    private const int DrawnRounds = 3;

    private readonly PosteriorSamples posterior;
    private readonly HistoryDays days;
    private readonly UserHistory history;
    private readonly bool probit;
    private readonly int samples;
    private readonly int rank;
    private readonly float[] movies;
    private readonly float[] shared;
    private readonly int[] levelOf;

    private FoldIn(PosteriorSamples posterior, HistoryDays days, UserHistory history, bool probit)
    {
        this.posterior = posterior;
        this.days = days;
        this.history = history;
        this.probit = probit;
        samples = posterior.Shape.Samples;
        rank = posterior.Shape.Rank;
        movies = new float[history.Count * RowLength];
        for (int n = 0; n < history.Count; n++)
        {
            posterior.Movies.Read(history.Items[n], movies.AsSpan(n * RowLength, RowLength));
        }

        shared = ReadShared();
        levelOf = [.. history.Ratings.ToArray().Select(LevelOf)];
    }

    private int RowLength => (1 + rank) * samples;

    /// <returns>The user's row as <see cref="SampledRows"/> lay it out: (1 + rank) × samples.</returns>
    public static float[] Of(PosteriorSamples posterior, HistoryDays days, UserHistory history, bool probit) =>
        new FoldIn(posterior, days, history, probit).Draw();

    // The features of a user that the history itself is: Σ over its movies, divided by √n, of what each adds. Its bias
    // already holds their interactions with each other.
    private float[] ReadShared()
    {
        var sum = new float[RowLength];
        if (posterior.RatedMovies.RowCount == 0 || history.Count == 0)
        {
            return sum;
        }

        var row = new float[RowLength];
        var squares = new float[RowLength];
        float value = 1 / MathF.Sqrt(history.Count);
        foreach (int item in history.Items)
        {
            // Unrated when the model was trained: it has no parameters as a feature.
            if (item >= posterior.RatedMovies.RowCount)
            {
                continue;
            }

            posterior.RatedMovies.Read(item, row);
            TensorPrimitives.Multiply(row, value, row);
            TensorPrimitives.Add(sum, row, sum);
            TensorPrimitives.MultiplyAdd(row, row, squares, squares);
        }

        for (int factor = 0; factor < rank; factor++)
        {
            int start = (1 + factor) * samples;
            for (int s = 0; s < samples; s++)
            {
                sum[s] += (sum[start + s] * sum[start + s] - squares[start + s]) / 2;
            }
        }

        return sum;
    }

    private int LevelOf(float stars)
    {
        ReadOnlySpan<float> levels = posterior.Shape.Levels;
        int above = 0;
        while (above < levels.Length - 1 && (levels[above] + levels[above + 1]) / 2 < stars)
        {
            above++;
        }

        return above;
    }

    private float[] Draw()
    {
        var row = new float[RowLength];
        var work = new FoldInWork(1 + rank, history.Count);
        // The last lanes may do samples again that are done: the same numbers come out.
        for (int first = 0; first < samples; first += Lanes.Count)
        {
            int s = Math.Max(0, Math.Min(first, samples - Lanes.Count));
            Prepare(s, work);
            LaneRandom random = RandomOf(s);
            work.Factor();
            if (probit)
            {
                DrawLatent(s, work, random);
            }

            work.SolveMean();
            work.Scatter(random);
            // The weight's own interactions with what the history adds are part of the bias.
            Lanes bias = At(shared, s) + work.Solution[0];
            for (int factor = 0; factor < rank; factor++)
            {
                int at = (1 + factor) * samples + s;
                Lanes common = At(shared, at);
                bias += work.Solution[1 + factor] * common;
                Set(row, at, common + work.Solution[1 + factor]);
            }

            Set(row, s, bias);
        }

        return row;
    }

    private LaneRandom RandomOf(int s)
    {
        return new LaneRandom(Lane(0), Lane(1), Lane(2), Lane(3));

        SequentialRandom Lane(int n) => new(new CounterRandom(history.Count, Math.Min(s + n, samples - 1)));
    }

    // Four samples from place n on; where there are fewer than four in all, the last one stands again.
    private Lanes At(ReadOnlySpan<float> values, int n)
    {
        if (samples >= Lanes.Count)
        {
            return Vector256.Create((double)values[n], values[n + 1], values[n + 2], values[n + 3]);
        }

        int last = samples - 1;
        return Vector256.Create((double)values[n], values[n + Math.Min(1, last)], values[n + last], values[n + last]);
    }

    private void Set(float[] values, int n, Lanes lanes)
    {
        for (int lane = 0; lane < Math.Min(Lanes.Count, samples); lane++)
        {
            values[n + lane] = (float)lanes[lane];
        }
    }

    // Every rating as (1, x) θ + offset, θ being the user's weight and vector.
    private void Prepare(int s, FoldInWork work)
    {
        for (int part = 0; part < 1 + rank; part++)
        {
            work.PriorMean[part] = At(posterior.UserPriors, part * samples + s);
            work.PriorPrecision[part] = At(posterior.UserPriors, (1 + rank + part) * samples + s);
        }

        work.Begin(At(posterior.Noises, s));
        Span<Lanes> x = work.Features;
        x[0] = Lanes.One;
        for (int n = 0; n < history.Count; n++)
        {
            ReadOnlySpan<float> movie = movies.AsSpan(n * RowLength, RowLength);
            ReadOnlySpan<float> day = days.Row(n);
            Lanes offset = At(posterior.Intercepts, s) + At(movie, s) + At(day, s) + At(shared, s);
            for (int factor = 0; factor < rank; factor++)
            {
                int at = (1 + factor) * samples + s;
                Lanes common = At(shared, at);
                Lanes both = At(movie, at) + At(day, at);
                offset += At(movie, at) * At(day, at) + common * both;
                x[1 + factor] = both + common;
            }

            work.Add(n, offset, Vector256.Create((double)history.Ratings[n]));
        }
    }

    private void DrawLatent(int s, FoldInWork work, LaneRandom random)
    {
        work.PriorMean.CopyTo(work.Solution);
        for (int round = 0; round < MeanRounds + DrawnRounds; round++)
        {
            bool mean = round < MeanRounds;
            for (int n = 0; n < history.Count; n++)
            {
                Lanes predicted = work.Predict(n);
                int level = levelOf[n];
                Lanes low = level == 0 ? Vector256.Create(double.NegativeInfinity) : Cut(level - 1, s) - predicted;
                Lanes high =
                    level == posterior.Shape.Levels.Length - 1
                        ? Vector256.Create(double.PositiveInfinity)
                        : Cut(level, s) - predicted;
                LevelIntervals intervals = LevelIntervals.Between(low, high);
                work.Targets[n] =
                    predicted
                    + (mean ? TruncatedNormal.Mean(intervals) : TruncatedNormal.Sample(intervals, random.Uniform()));
            }

            // The last round's θ is drawn by whoever asked for the latent ratings.
            if (round < MeanRounds + DrawnRounds - 1)
            {
                work.SolveMean();
                if (!mean)
                {
                    work.Scatter(random);
                }
            }
        }
    }

    private Lanes Cut(int k, int s) => At(posterior.CutPoints, k * samples + s);
}
