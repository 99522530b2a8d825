using Matinee.Core.Artifacts;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>The kept samples of all chains: all that predictions and fold-ins need.</summary>
internal sealed class PosteriorSamples
{
    private const int PriorParts = 2;
    private const string MovieFeaturesName = "movie_features";
    private const string MovieIdPriorsName = "movie_id_priors";

    public PosteriorSamples(PosteriorShape shape)
    {
        Shape = shape;
        int samples = shape.Samples;
        Users = SampledRows.Empty(shape.Users, shape.Rank, samples);
        Movies = SampledRows.Empty(shape.Movies, shape.Rank, samples);
        RatedMovies = SampledRows.Empty(shape.RatedMovies, shape.Rank, samples);
        MovieFeatures = SampledRows.Empty(shape.MovieFeatures, shape.Rank, samples);
        MovieIdPriors = new float[PriorParts * (1 + shape.Rank) * samples];
        Days = SampledRows.Empty(shape.DayNumbers.Length, shape.Rank, samples);
        Intercepts = new float[samples];
        Noises = new float[samples];
        CutPoints = new float[Math.Max(0, shape.Levels.Length - 1) * samples];
        UserPriors = new float[PriorParts * (1 + shape.Rank) * samples];
        OtherDay = new float[(1 + shape.Rank) * samples];
    }

    private PosteriorSamples(PosteriorShape shape, SafetensorsReader tensors)
    {
        Shape = shape;
        Users = new SampledRows(tensors.Halfs("users"), shape.Rank, shape.Samples);
        Movies = new SampledRows(tensors.Halfs("movies"), shape.Rank, shape.Samples);
        RatedMovies = new SampledRows(tensors.Halfs("rated_movies"), shape.Rank, shape.Samples);
        Days = new SampledRows(tensors.Halfs("days"), shape.Rank, shape.Samples);
        Intercepts = tensors.Floats("intercepts");
        Noises = tensors.Floats("noises");
        CutPoints = tensors.Floats("cut_points");
        UserPriors = tensors.Floats("user_priors");
        OtherDay = tensors.Floats("other_day");
        MovieFeatures = tensors.Contains(MovieFeaturesName)
            ? new SampledRows(tensors.Halfs(MovieFeaturesName), shape.Rank, shape.Samples)
            : SampledRows.Empty(0, shape.Rank, shape.Samples);
        MovieIdPriors = tensors.Contains(MovieIdPriorsName) ? tensors.Floats(MovieIdPriorsName) : [];
    }

    private PosteriorSamples(PosteriorSamples other, SampledRows movies)
    {
        Shape = other.Shape with { Movies = movies.RowCount };
        Users = other.Users;
        Movies = movies;
        RatedMovies = other.RatedMovies;
        MovieFeatures = other.MovieFeatures;
        MovieIdPriors = other.MovieIdPriors;
        Days = other.Days;
        Intercepts = other.Intercepts;
        Noises = other.Noises;
        CutPoints = other.CutPoints;
        UserPriors = other.UserPriors;
        OtherDay = other.OtherDay;
    }

    public PosteriorShape Shape { get; }

    public SampledRows Users { get; }
    public SampledRows Movies { get; }

    /// <summary>Movies as features of whoever rated them; not yet divided by √n.</summary>
    public SampledRows RatedMovies { get; }

    /// <summary>The features that describe movies: weight and vector of each.</summary>
    public SampledRows MovieFeatures { get; }

    /// <summary>
    /// Mean and precision of a movie's own parameters: 2 × (1 + rank) × samples, weight first; empty in bundles of before they were
    /// kept.
    /// </summary>
    public float[] MovieIdPriors { get; }

    public SampledRows Days { get; }

    /// <summary>w₀ per sample.</summary>
    public float[] Intercepts { get; }

    /// <summary>α per sample, stars⁻²; 1 under a probit.</summary>
    public float[] Noises { get; }

    /// <summary>
    /// Cut-points × samples. Without a probit half way between the levels: what lies between two of them is the level's share.
    /// </summary>
    public float[] CutPoints { get; }

    /// <summary>Mean and precision of a user's own parameters: 2 × (1 + rank) × samples, weight first.</summary>
    public float[] UserPriors { get; }

    /// <summary>A day that nobody rated on: (1 + rank) × samples.</summary>
    public float[] OtherDay { get; }

    /// <param name="rows">The chain's.</param>
    public void Store(int sample, Design design, GibbsChain chain, RowValues rows)
    {
        Store(Users, sample, rows.Blocks[DesignBuilder.UserBlock]);
        Store(Movies, sample, rows.Blocks[DesignBuilder.MovieBlock]);
        if (Days.RowCount > 0)
        {
            Store(Days, sample, rows.Blocks[DesignBuilder.DayBlock]);
        }

        Intercepts[sample] = (float)chain.Intercept;
        Noises[sample] = (float)chain.Noise;
        ReadOnlySpan<float> levels = Shape.Levels;
        for (int k = 0; k + 1 < levels.Length; k++)
        {
            CutPoints[k * Shape.Samples + sample] = chain.CutPoints.IsEmpty
                ? (levels[k] + levels[k + 1]) / 2
                : (float)chain.CutPoints[k];
        }

        StoreUserSide(sample, design.Blocks[DesignBuilder.UserBlock], chain.Parameters[DesignBuilder.UserBlock]);
        StoreMovieSide(sample, DesignBuilder.MovieGroups(design), chain.Parameters[DesignBuilder.MovieBlock]);
        if (Days.RowCount > 0)
        {
            BlockParameters days = chain.Parameters[DesignBuilder.DayBlock];
            OtherDay[sample] = (float)days.WeightPriors[0].Mean;
            for (int factor = 0; factor < Shape.Rank; factor++)
            {
                OtherDay[(1 + factor) * Shape.Samples + sample] = (float)days.FactorPriors[factor][0].Mean;
            }
        }
    }

    /// <summary>The same samples of more movies.</summary>
    /// <param name="rows">Of the added movies.</param>
    public PosteriorSamples WithMovies(SampledRows rows) =>
        new(this, Movies with { Values = [.. Movies.Values, .. rows.Values] });

    public void Save(SafetensorsWriter tensors)
    {
        Add("users", Users);
        Add("movies", Movies);
        Add("rated_movies", RatedMovies);
        Add("days", Days);
        tensors.Add("intercepts", Intercepts);
        tensors.Add("noises", Noises);
        tensors.Add("cut_points", CutPoints, Math.Max(0, Shape.Levels.Length - 1), Shape.Samples);
        tensors.Add("user_priors", UserPriors, PriorParts, 1 + Shape.Rank, Shape.Samples);
        tensors.Add("other_day", OtherDay, 1 + Shape.Rank, Shape.Samples);
        tensors.Add("levels", Shape.Levels);
        tensors.Add("day_numbers", Shape.DayNumbers);
        if (MovieIdPriors.Length > 0)
        {
            Add(MovieFeaturesName, MovieFeatures);
            tensors.Add(MovieIdPriorsName, MovieIdPriors, PriorParts, 1 + Shape.Rank, Shape.Samples);
        }

        void Add(string name, SampledRows rows) =>
            tensors.Add(name, rows.Values, rows.RowCount, 1 + rows.Rank, rows.Samples);
    }

    /// <exception cref="MatineeException">The tensors do not fit each other.</exception>
    public static PosteriorSamples Load(SafetensorsReader tensors)
    {
        foreach (string rows in (string[])["users", "movies", "rated_movies", "days"])
        {
            if (tensors.Shape(rows).Length != 3)
            {
                throw Misfit();
            }
        }

        int[] movies = tensors.Shape("movies");
        var shape = new PosteriorShape
        {
            Users = tensors.Shape("users")[0],
            Movies = movies[0],
            RatedMovies = tensors.Shape("rated_movies")[0],
            MovieFeatures = tensors.Contains(MovieFeaturesName) ? tensors.Shape(MovieFeaturesName)[0] : 0,
            Rank = movies[1] - 1,
            Samples = movies[2],
            Levels = tensors.Floats("levels"),
            DayNumbers = tensors.Ints("day_numbers"),
        };
        return new PosteriorSamples(shape, tensors).Checked();
    }

    private PosteriorSamples Checked()
    {
        int parts = (1 + Shape.Rank) * Shape.Samples;
        bool fits =
            Shape.Samples > 0
            && Shape.Levels.Length > 0
            && Users.Values.Length == (long)Shape.Users * parts
            && RatedMovies.Values.Length == (long)Shape.RatedMovies * parts
            && MovieFeatures.Values.Length == (long)Shape.MovieFeatures * parts
            && (MovieIdPriors.Length == 0 || MovieIdPriors.Length == PriorParts * parts)
            && Days.Values.Length == (long)Shape.DayNumbers.Length * parts
            && Intercepts.Length == Shape.Samples
            && Noises.Length == Shape.Samples
            && CutPoints.Length == (Shape.Levels.Length - 1) * Shape.Samples
            && UserPriors.Length == PriorParts * parts
            && OtherDay.Length == parts;
        return fits ? this : throw Misfit();
    }

    private static MatineeException Misfit() =>
        new("The factorization machine's tensors don't fit each other. Train the model again, or restore its folder.");

    private static void Store(SampledRows target, int sample, BlockRows rows) =>
        target.Store(sample, rows.Biases, rows.Vectors);

    private void StoreUserSide(int sample, DesignBlock block, BlockParameters users)
    {
        StorePriors(UserPriors, sample, users);
        if (RatedMovies.RowCount > 0)
        {
            Store(RatedMovies, sample, block.Group(DesignBuilder.RatedMovies), users);
        }
    }

    private void StoreMovieSide(int sample, FeatureGroup[] groups, BlockParameters movies)
    {
        StorePriors(MovieIdPriors, sample, movies);
        if (groups.Length > 0)
        {
            var all = new FeatureGroup("", groups[0].Start, groups[^1].End - groups[0].Start);
            Store(MovieFeatures, sample, all, movies);
        }
    }

    private void Store(SampledRows target, int sample, FeatureGroup group, BlockParameters parameters)
    {
        var vectors = new double[group.Count * Shape.Rank];
        for (int factor = 0; factor < Shape.Rank; factor++)
        {
            for (int feature = 0; feature < group.Count; feature++)
            {
                vectors[feature * Shape.Rank + factor] = parameters.Factors[factor][group.Start + feature];
            }
        }

        target.Store(sample, parameters.Weights.AsSpan(group.Start, group.Count), vectors);
    }

    // Of a block's first group, its ids.
    private void StorePriors(float[] target, int sample, BlockParameters parameters)
    {
        StorePrior(0, parameters.WeightPriors[0]);
        for (int factor = 0; factor < Shape.Rank; factor++)
        {
            StorePrior(1 + factor, parameters.FactorPriors[factor][0]);
        }

        void StorePrior(int part, NormalPrior prior)
        {
            target[part * Shape.Samples + sample] = (float)prior.Mean;
            target[(1 + Shape.Rank + part) * Shape.Samples + sample] = (float)prior.Precision;
        }
    }
}
