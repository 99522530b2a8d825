namespace Matinee.Api.Posters;

/// <summary>Widths that TMDB has: 185, 342 and 500 pixels.</summary>
internal enum PosterSize
{
    Small,
    Medium,
    Large,
}

internal static class PosterSizes
{
    /// <summary>As TMDB writes it.</summary>
    public static string Width(this PosterSize size) =>
        size switch
        {
            PosterSize.Small => "w185",
            PosterSize.Large => "w500",
            _ => "w342",
        };
}
