namespace Matinee.Api.Http;

/// <summary>
/// A value in a query or a path, declared once: it reads itself, and the OpenAPI document describes it from the same words.
/// </summary>
internal abstract record Parameter(string Name, string Description)
{
    /// <summary>Whether it stands in the path, and so is always there.</summary>
    public bool InPath { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    public virtual bool Repeats => false;

    public bool Required { get; init; }

    public string? Example { get; init; }
}

internal sealed record WholeParameter(string Name, string Description, int Least, int Most, int? Default = null)
    : Parameter(Name, Description);

internal sealed record NumberParameter(string Name, string Description, double Least, double Most, double Default)
    : Parameter(Name, Description);

internal sealed record FlagParameter(string Name, string Description, bool Default) : Parameter(Name, Description);

internal sealed record ChoiceParameter(string Name, string Description, string[] Choices, string Default)
    : Parameter(Name, Description);

internal sealed record TextParameter(string Name, string Description, int LongestText) : Parameter(Name, Description);

/// <summary>A movie or several, as <see cref="Core.Catalog.MovieReference"/> reads them; several are separated by commas, too.</summary>
internal sealed record MoviesParameter(string Name, string Description, int MostMovies) : Parameter(Name, Description)
{
    public override bool Repeats => MostMovies > 1;
}

internal sealed record TextsParameter(string Name, string Description, int MostTexts, int LongestText)
    : Parameter(Name, Description)
{
    public override bool Repeats => true;
}

/// <summary>Movies with stars: <c>2571:4.5,imdb:tt0133093:3</c>.</summary>
internal sealed record RatingsParameter(string Name, string Description, int MostRatings) : Parameter(Name, Description)
{
    public override bool Repeats => true;
}
