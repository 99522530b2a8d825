using Matinee.Core.Numerics;
using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>Writes users, one by one, as rows. Each thread has its own.</summary>
internal sealed class UserSimulation(SyntheticWorld world)
{
    private const int LongestDelaySeconds = 90;
    private readonly MovieChoice choice = new(world.Catalogue, world.Tables, world.Pressure);
    private readonly TasteProfile profile = new(world.Pressure.UsualLiking);
    private readonly HashSet<long> applied = [];
    private readonly List<(int Movie, long Time, int Tag)> tags = [];
    private int[] seen = [];
    private long[] times = [];
    private long[] byMovie = [];

    public RowBuffer Ratings { get; } = new();
    public RowBuffer Tags { get; } = new();
    public SyntheticTally Tally { get; } = new(world.Catalogue.Count);

    /// <param name="user">0 for the user with id 1.</param>
    public void Append(int user)
    {
        int count = world.RatingCounts[user];
        if (seen.Length < count)
        {
            seen = new int[count];
            times = new long[count];
            byMovie = new long[count];
        }

        long seed = world.Options.Seed;
        profile.Become(new Draws(seed, DrawPurpose.Taste, user));
        var viewing = new CounterRandom(seed, ((long)DrawPurpose.Viewing << 32) | (uint)user);
        choice.Draw(profile, viewing, seen.AsSpan(0, count));
        SittingClock.Draw(new Draws(seed, DrawPurpose.Calendar, user), times.AsSpan(0, count));
        AppendRatings(user, count);
        AppendTags(user, count);
    }

    private void AppendRatings(int user, int count)
    {
        for (int n = 0; n < count; n++)
        {
            byMovie[n] = ((long)seen[n] << 32) | (uint)n;
        }

        Span<long> sorted = byMovie.AsSpan(0, count);
        sorted.Sort();
        SyntheticCatalogue catalogue = world.Catalogue;
        var draws = new Draws(world.Options.Seed, DrawPurpose.Rating, user);
        foreach (long entry in sorted)
        {
            int movie = (int)(entry >> 32);
            double score = profile.Score(
                catalogue.Qualities[movie],
                catalogue.FirstGroups[movie],
                catalogue.SecondGroups[movie],
                draws
            );
            int halfStars = StarScale.HalfStars(score, profile.UsesHalfStars);
            Ratings.AppendRating(user + 1, movie + 1, halfStars, times[(int)entry]);
            Tally.Add(movie, halfStars);
        }
    }

    private void AppendTags(int user, int count)
    {
        int wanted = world.TagCounts[user];
        if (wanted == 0)
        {
            return;
        }

        applied.Clear();
        tags.Clear();
        // Minus: the user's own number decides in the plan whether they tag at all.
        var draws = new Draws(world.Options.Seed, DrawPurpose.Tagging, -1 - user);
        while (tags.Count < wanted)
        {
            int n = draws.Below(count);
            int tag = world.Vocabulary.Draw(seen[n], world.Catalogue.FirstGroups[seen[n]], draws);
            if (applied.Add(((long)n << 32) | (uint)tag))
            {
                tags.Add((seen[n], times[n] + 1 + draws.Below(LongestDelaySeconds), tag));
            }
        }

        tags.Sort();
        foreach ((int movie, long time, int tag) in tags)
        {
            Tags.AppendTag(user + 1, movie + 1, TagVocabulary.Name(tag), time);
        }
    }
}
