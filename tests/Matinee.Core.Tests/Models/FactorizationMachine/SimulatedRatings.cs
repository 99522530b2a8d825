using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;
using Matinee.Core.Tests.Ranking;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

/// <summary>Users and movies whose weights and factors are known, and ratings of theirs.</summary>
internal sealed class SimulatedRatings
{
    private readonly double[] userWeights;
    private readonly double[] movieWeights;
    private readonly double[][] userFactors;
    private readonly double[][] movieFactors;
    private readonly double intercept;

    public SimulatedRatings(int users, int movies, int rank, double intercept, long seed)
    {
        Users = users;
        Movies = movies;
        this.intercept = intercept;
        var random = new SequentialRandom(new CounterRandom(seed, 1));
        userWeights = Normals(users, 0.4, random);
        movieWeights = Normals(movies, 0.6, random);
        userFactors = [.. Enumerable.Range(0, users).Select(_ => Normals(rank, 0.7, random))];
        movieFactors = [.. Enumerable.Range(0, movies).Select(_ => Normals(rank, 0.7, random))];
    }

    public int Users { get; }
    public int Movies { get; }

    /// <summary>Without noise.</summary>
    public double Taste(int user, int movie) =>
        intercept
        + userWeights[user]
        + movieWeights[movie]
        + userFactors[user].Zip(movieFactors[movie], (one, other) => one * other).Sum();

    /// <summary>Pairs of users and movies, each with this chance.</summary>
    public (int User, int Movie)[] Pairs(double chance, long seed)
    {
        var random = new CounterRandom(seed, 2);
        return
        [
            .. Enumerable
                .Range(0, Users * Movies)
                .Where(pair => random.Uniform(pair) < chance)
                .Select(pair => (pair / Movies, pair % Movies)),
        ];
    }

    /// <summary>A block of user ids and one of movie ids.</summary>
    /// <param name="rate">What a taste, with normal noise of this precision added, is given.</param>
    public Design Design((int User, int Movie)[] pairs, double noise, long seed, Func<double, float> rate)
    {
        var random = new CounterRandom(seed, 3);
        float[] ratings =
        [
            .. pairs.Select((pair, n) => rate(Taste(pair.User, pair.Movie) + random.Normal(n) / Math.Sqrt(noise))),
        ];
        return new Design(
            ratings,
            [
                Identity(Users, [.. pairs.Select(pair => pair.User)]),
                Identity(Movies, [.. pairs.Select(pair => pair.Movie)]),
            ]
        );
    }

    /// <summary>The same as a dataset of stars, 1 to 5; every user rates on a day of their own, of 20.</summary>
    public TrainingData Data((int User, int Movie)[] pairs, double noise, long seed)
    {
        var random = new CounterRandom(seed, 3);
        var columns = new RatingColumns(
            [.. pairs.Select(pair => pair.User)],
            [.. pairs.Select(pair => pair.Movie)],
            [
                .. pairs.Select(pair =>
                {
                    double error = random.Normal(pair.User * Movies + pair.Movie) / Math.Sqrt(noise);
                    return (float)Math.Clamp(Math.Round(Taste(pair.User, pair.Movie) + error), 1, 5);
                }),
            ],
            [.. pairs.Select(pair => 86_400L * (pair.User % 20))],
            new SplitPart[pairs.Length]
        );
        return new TrainingData(
            InteractionMatrix.FromRatings(columns, Users, Movies, _ => true),
            SmallCatalog.Random(Movies, 4)
        );
    }

    private static double[] Normals(int count, double scatter, SequentialRandom random) =>
        [.. Enumerable.Range(0, count).Select(_ => scatter * random.Normal())];

    private static DesignBlock Identity(int count, int[] rowOf)
    {
        var block = new BlockBuilder(count, rowOf);
        block.AddIdentity("id");
        return block.Build();
    }
}
