namespace Matinee.Api.Search.Listing;

/// <summary>How movies stand in the ratings; fixed, whatever movies are added.</summary>
internal sealed class MovieStandings
{
    // As if so many more people had given every movie the mean of all ratings.
    private const double Damping = 25;

    private readonly float[] dampedMeans;
    private readonly float meanOfAll;

    public MovieStandings(MovieStatistics statistics)
    {
        (IReadOnlyList<int> counts, IReadOnlyList<float> means) = statistics;
        double most = Math.Log(1 + counts.DefaultIfEmpty(0).Max());
        double sum = 0;
        long ratings = 0;
        for (int item = 0; item < counts.Count; item++)
        {
            sum += Sum(item);
            ratings += counts[item];
        }

        double mean = ratings == 0 ? 0 : sum / ratings;
        meanOfAll = (float)mean;
        Popularities = new float[counts.Count];
        dampedMeans = new float[counts.Count];
        for (int item = 0; item < counts.Count; item++)
        {
            Popularities[item] = counts[item] == 0 ? 0 : (float)(Math.Log(1 + counts[item]) / most);
            dampedMeans[item] =
                counts[item] == 0 ? meanOfAll : (float)((Sum(item) + Damping * mean) / (counts[item] + Damping));
        }

        double Sum(int item) => counts[item] == 0 ? 0 : (double)counts[item] * means[item];
    }

    /// <summary>By item index, 0 to 1: the logarithm of a movie's ratings against that of the most rated.</summary>
    public float[] Popularities { get; }

    public float Popularity(int item) => item < Popularities.Length ? Popularities[item] : 0;

    /// <summary>The mean of a movie's ratings and of 25 imagined ones at the mean of all.</summary>
    public float DampedMean(int item) => item < dampedMeans.Length ? dampedMeans[item] : meanOfAll;
}
