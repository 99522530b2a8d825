using Matinee.Core.Numerics;
using Matinee.Data.Simulation;
using Matinee.Data.Synthetic;

namespace Matinee.Data.Tests.Synthetic;

public class MovieChoiceTests
{
    private const int Repetitions = 8_000;
    private readonly SyntheticWorld world = SyntheticWorld.Create(
        new SyntheticOptions
        {
            Users = 500,
            Movies = 120,
            Ratings = 15_000,
        }
    );

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(60)]
    public void DrawByArrival_AnyCount_SeesEachMovieAsOftenAsDrawOneByOne(int count)
    {
        var user = new TasteProfile(usualLiking: 0);
        user.Become(new Draws(1, DrawPurpose.Taste, 1));
        var choice = new MovieChoice(world.Catalogue, world.Tables, world.Pressure);
        double[] slow = Frequencies(count, (random, chosen) => choice.DrawOneByOne(user, random, chosen));
        double[] fast = Frequencies(
            count,
            (random, chosen) => choice.DrawByArrival(user, random, 1.5 * world.Pressure.Time(count), chosen)
        );

        for (int movie = 0; movie < slow.Length; movie++)
        {
            // Five standard errors of the difference of two frequencies.
            double mean = (slow[movie] + fast[movie]) / 2;
            Assert.Equal(slow[movie], fast[movie], 5 * Math.Sqrt(2 * mean * (1 - mean) / Repetitions) + 1e-3);
        }
    }

    private double[] Frequencies(int count, DrawMovies draw)
    {
        double[] frequencies = new double[world.Catalogue.Count];
        int[] chosen = new int[count];
        for (int n = 0; n < Repetitions; n++)
        {
            draw(new CounterRandom(7, n), chosen);
            Assert.Equal(count, chosen.Distinct().Count());
            foreach (int movie in chosen)
            {
                frequencies[movie] += 1.0 / Repetitions;
            }
        }

        return frequencies;
    }

    private delegate void DrawMovies(CounterRandom random, Span<int> chosen);
}
