using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>
/// How many ratings a movie shall get by its rank: a Zipf–Mandelbrot curve with a second bend, fitted to ml-32m
/// (102 929 for the first of 87 585 movies, 5 for the median).
/// </summary>
internal sealed class PopularityCurve
{
    private const double FittedMovies = 87_585;
    private const double HeadBend = 7.16;
    private const double HeadSlope = 0.389;
    private const double TailBend = 2_902;
    private const double TailSlope = 2.383;

    // Of all users; 0.50 to 0.57 in the MovieLens data sets of any size.
    private const double RatersOfTheFirst = 0.51;
    private const double FirstOverMean = 1.3;
    private const double BandWidth = 0.03;
    private const int SingleRanks = 100;

    private PopularityCurve(IReadOnlyList<PopularityBand> bands) => Bands = bands;

    /// <summary>Neighbouring ranks of about equal popularity, the most popular first.</summary>
    public IReadOnlyList<PopularityBand> Bands { get; }

    public static PopularityCurve For(SyntheticOptions options)
    {
        double mean = (double)options.Ratings / options.Movies;
        double first = Math.Min(options.Users, Math.Max(RatersOfTheFirst * options.Users, FirstOverMean * mean));
        List<(int Movies, double LogShare)> shape = Shape(options.Movies);

        // Denser data has a flatter tail: the power that the curve needs to add up.
        double low = 0;
        double high = 16;
        for (int n = 0; n < 50; n++)
        {
            double middle = (low + high) / 2;
            (low, high) = Total(shape, first, middle) > options.Ratings ? (middle, high) : (low, middle);
        }

        double scale = first * options.Ratings / Total(shape, first, low);
        return new PopularityCurve([
            .. shape.Select(band => new PopularityBand(
                band.Movies,
                scale * PortableMath.Exp(Math.Max(low * band.LogShare, -300))
            )),
        ]);
    }

    /// <summary>Bands of ranks with their logarithmic height relative to the first.</summary>
    private static List<(int Movies, double LogShare)> Shape(int movies)
    {
        var shape = new List<(int Movies, double LogShare)>();
        double peak = 0;
        for (int rank = 0; rank < movies; rank += shape[^1].Movies)
        {
            int width = Math.Min(movies - rank, rank < SingleRanks ? 1 : (int)(rank * BandWidth));
            double position = (rank + 0.5 * (width + 1)) * FittedMovies / movies;
            double height =
                -HeadSlope * PortableMath.Log(1 + position / HeadBend)
                - TailSlope * PortableMath.Log(1 + position / TailBend);
            peak = rank == 0 ? height : peak;
            shape.Add((width, height - peak));
        }

        return shape;
    }

    private static double Total(List<(int Movies, double LogShare)> shape, double first, double power)
    {
        double total = 0;
        foreach ((int movies, double logShare) in shape)
        {
            total += movies * first * PortableMath.Exp(Math.Max(power * logShare, -300));
        }

        return total;
    }
}

/// <param name="Movies">How many movies are in the band.</param>
/// <param name="Ratings">How many ratings each shall get.</param>
internal readonly record struct PopularityBand(int Movies, double Ratings);
