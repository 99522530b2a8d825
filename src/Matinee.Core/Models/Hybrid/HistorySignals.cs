using System.Numerics;

namespace Matinee.Core.Models.Hybrid;

/// <summary>What the network is told about an entry of a history besides its movie; trainer and model share it.</summary>
public static class HistorySignals
{
    /// <summary>Half stars 0, 0.5, ... 5.</summary>
    public const int RatingLevels = 11;

    /// <summary>The first bucket is below <see cref="SecondsOfFirstBucket"/>, every further one twice as far back.</summary>
    public const int AgeBuckets = 24;

    /// <summary>0.02 days: the ratings of one sitting.</summary>
    public const int SecondsOfFirstBucket = 1728;

    /// <param name="stars">0 to 5; what lies beyond counts as the nearest.</param>
    public static int RatingLevel(float stars) => (int)Math.Clamp(MathF.Round(2 * stars), 0, RatingLevels - 1);

    /// <param name="asOf">The moment recommended for, seconds since 1970 UTC.</param>
    /// <param name="timestamp">When it was rated; later than <paramref name="asOf"/> counts as just now.</param>
    public static int AgeBucket(long asOf, long timestamp)
    {
        long multiples = (asOf - timestamp) / SecondsOfFirstBucket;
        return multiples <= 0 ? 0 : Math.Min(AgeBuckets - 1, 1 + BitOperations.Log2((ulong)multiples));
    }
}
