using System.Runtime.CompilerServices;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>How many of everything the samples are about.</summary>
internal sealed record PosteriorShape
{
    // A model folder stays below this, at the price of fewer samples.
    private const long MostBytes = 512L << 20;

    public required int Users { get; init; }

    /// <summary>All movies of the catalogue.</summary>
    public required int Movies { get; init; }

    /// <summary>Movies that are features of whoever rated them; 0 where none are.</summary>
    public required int RatedMovies { get; init; }

    /// <summary>Features that describe movies.</summary>
    public int MovieFeatures { get; init; }

    public required int Rank { get; init; }
    public required int Samples { get; init; }

    /// <summary>Stars, ascending.</summary>
    public required float[] Levels { get; init; }

    /// <summary>Days since 1970, ascending; empty where the day is no feature.</summary>
    public required int[] DayNumbers { get; init; }

    /// <summary>What a training will keep.</summary>
    public static PosteriorShape Of(TrainingData data, Design design, FactorizationMachineOptions options, DayMap? days)
    {
        var shape = new PosteriorShape
        {
            Users = data.Ratings.RowCount,
            Movies = data.Catalog.Count,
            RatedMovies = options.UseRatedMovies ? data.Ratings.ColumnCount : 0,
            MovieFeatures = DesignBuilder.MovieGroups(design).Sum(group => group.Count),
            Rank = options.Rank,
            Samples = options.KeptSamples,
            Levels = design.Levels,
            DayNumbers = days?.Days ?? [],
        };
        return shape with { Samples = (int)Math.Clamp(MostBytes / shape.BytesPerSample, 1, options.KeptSamples) };
    }

    private long BytesPerSample =>
        ((long)Users + Movies + RatedMovies + MovieFeatures + DayNumbers.Length) * (1 + Rank) * Unsafe.SizeOf<Half>();
}
