using Matinee.Core.Catalog;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking.Similarity;

namespace Matinee.Core.Tests.Ranking.Similarity;

public class ItemSimilarityTests
{
    [Fact]
    public void GenreKernel_OneOfTwoShared_IsTheCosine()
    {
        MovieCatalog catalog = SmallCatalog.Of(
            SmallCatalog.Movie(null, ["Comedy"]),
            SmallCatalog.Movie(null, ["Comedy", "Drama"]),
            SmallCatalog.Movie(null, [])
        );

        float[] likeness = Row(new GenreKernel(new GenreSpace(catalog)), 0, 3);

        Assert.Equal(1, likeness[0], 1e-6);
        Assert.Equal(1 / Math.Sqrt(2), likeness[1], 1e-6);
        Assert.Equal(0, likeness[2]);
    }

    [Fact]
    public void YearKernel_ABandwidthApart_IsTheGaussian()
    {
        MovieCatalog catalog = SmallCatalog.Of(
            SmallCatalog.Movie(1990, []),
            SmallCatalog.Movie(2000, []),
            SmallCatalog.Movie(1970, []),
            SmallCatalog.Movie(null, [])
        );

        float[] likeness = Row(new YearKernel(catalog), 0, 4);

        Assert.Equal(1, likeness[0]);
        Assert.Equal(Math.Exp(-0.5), likeness[1], 1e-6);
        Assert.Equal(Math.Exp(-2), likeness[2], 1e-6);
        Assert.Equal(0, likeness[3]);
    }

    [Fact]
    public void TagKernel_OneOfTwoShared_IsTheTfIdfCosine()
    {
        // 'noir' is on 2 of 3 tagged movies: ln 2.5; 'slow' on 1: ln 4, and applied twice.
        MovieCatalog catalog = SmallCatalog.Of(
            SmallCatalog.Movie(null, [], new MovieTag("noir", 1), new MovieTag("slow", 2)),
            SmallCatalog.Movie(null, [], new MovieTag("NOIR", 3)),
            SmallCatalog.Movie(null, [], new MovieTag("funny", 1)),
            SmallCatalog.Movie(null, [])
        );
        double noir = Math.Log(2.5);
        double slow = (1 + Math.Log(2)) * Math.Log(4);

        float[] likeness = Row(new TagKernel(catalog), 0, 4);

        Assert.Equal(1, likeness[0], 1e-6);
        Assert.Equal(noir / Math.Sqrt((noir * noir) + (slow * slow)), likeness[1], 1e-6);
        Assert.Equal(0, likeness[2]);
        Assert.Equal(0, likeness[3]);
    }

    [Fact]
    public void Compare_MovieWithoutTags_IsComparedByWhatIsKnown()
    {
        // Weights 3 and 1. K = 3 · genres + tags: K(0,0) = 4, K(1,1) = 3, K(0,1) = 3.
        MovieCatalog catalog = SmallCatalog.Of(
            SmallCatalog.Movie(null, ["War"], new MovieTag("noir", 1)),
            SmallCatalog.Movie(null, ["War"]),
            SmallCatalog.Movie(null, [])
        );
        var similarity = new ItemSimilarity(
            3,
            new WeightedKernel(new GenreKernel(new GenreSpace(catalog)), 3),
            new WeightedKernel(new TagKernel(catalog), 1)
        );

        Assert.Equal(3 / Math.Sqrt(12), similarity.Compare(0, 1), 1e-6);
        Assert.Equal(0, similarity.Compare(0, 2));
        Assert.Equal(1, similarity.Compare(2, 2));
    }

    [Fact]
    public void Compare_ManyMovies_IsSymmetricBoundedAndTheSameAsPairs()
    {
        MovieCatalog catalog = SmallCatalog.Random(60, seed: 3);
        ItemSimilarity similarity = ItemSimilarity.OfCatalog(catalog);
        int[] all = [.. Enumerable.Range(0, 60)];
        var row = new float[60];
        for (int item = 0; item < 60; item++)
        {
            similarity.Compare(item, all, row);
            Assert.Equal(1, row[item]);
            for (int other = 0; other < 60; other++)
            {
                Assert.InRange(row[other], 0, 1);
                Assert.Equal(similarity.Compare(other, item), row[other], 1e-6);
            }
        }
    }

    [Fact]
    public void Compare_ManyMovies_IsPositiveSemidefinite()
    {
        MovieCatalog catalog = SmallCatalog.Random(40, seed: 4);
        ItemSimilarity similarity = ItemSimilarity.OfCatalog(catalog);
        var random = new CounterRandom(5, 1);
        for (int trial = 0; trial < 200; trial++)
        {
            double[] vector = [.. Enumerable.Range(0, 40).Select(n => random.Normal((trial * 40) + n))];
            double form = 0;
            for (int n = 0; n < 40; n++)
            {
                for (int m = 0; m < 40; m++)
                {
                    form += vector[n] * vector[m] * similarity.Compare(n, m);
                }
            }

            Assert.True(form > -1e-3, $"the quadratic form is {form}");
        }
    }

    [Fact]
    public void GenreKernel_ManyMovies_MatchesTheGenreSpace()
    {
        MovieCatalog catalog = SmallCatalog.Random(80, seed: 7);
        var genres = new GenreSpace(catalog);
        for (int item = 0; item < 80; item++)
        {
            float[] likeness = Row(new GenreKernel(genres), item, 80);
            for (int other = 0; other < 80; other++)
            {
                Assert.Equal(genres.Cosine(item, other) ?? 0, likeness[other], 1e-6);
            }
        }
    }

    [Fact]
    public void TagKernel_MoreTagsThanSignatureBits_MatchesCosinesOfWholeVectors()
    {
        var random = new CounterRandom(8, 1);
        MovieCatalog catalog = SmallCatalog.Of([
            .. Enumerable
                .Range(0, 50)
                .Select(movie =>
                    SmallCatalog.Movie(
                        null,
                        [],
                        [
                            .. Enumerable
                                .Range(0, random.Below(20, movie))
                                .Select(n => random.Below(150, 1000 + (movie * 20) + n))
                                .Distinct()
                                .Select(tag => new MovieTag($"tag {tag}", 1 + (tag % 4))),
                        ]
                    )
                ),
        ]);
        Dictionary<string, double>[] vectors = [.. catalog.Movies.Select(movie => TfIdf(catalog, movie))];

        for (int item = 0; item < 50; item++)
        {
            float[] likeness = Row(new TagKernel(catalog), item, 50);
            for (int other = 0; other < 50; other++)
            {
                double dot = vectors[item].Sum(tag => tag.Value * vectors[other].GetValueOrDefault(tag.Key));
                double norms = vectors[item].Values.Sum(x => x * x) * vectors[other].Values.Sum(x => x * x);
                Assert.Equal(norms > 0 ? dot / Math.Sqrt(norms) : 0, likeness[other], 1e-5);
            }
        }
    }

    private static Dictionary<string, double> TfIdf(MovieCatalog catalog, Movie movie)
    {
        int tagged = catalog.Movies.Count(other => other.Tags.Count > 0);
        return movie.Tags.ToDictionary(
            tag => tag.Text,
            tag =>
            {
                int movies = catalog.Movies.Count(other => other.Tags.Any(mine => mine.Text == tag.Text));
                return (1 + Math.Log(tag.Applications)) * Math.Log(1 + ((double)tagged / movies));
            }
        );
    }

    private static float[] Row(IItemKernel kernel, int item, int count)
    {
        var sums = new float[count];
        kernel.Add(item, [.. Enumerable.Range(0, count)], 1, sums);
        return sums;
    }
}
