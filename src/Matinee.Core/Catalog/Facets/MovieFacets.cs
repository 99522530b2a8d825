namespace Matinee.Core.Catalog.Facets;

/// <summary>A movie as the texts that an encoder is given.</summary>
public static class MovieFacets
{
    /// <param name="plot">What happens in it, in place of what the catalogue says.</param>
    /// <returns>Title, genres, tags (most applied first) and plot; what the movie lacks is left out.</returns>
    public static IReadOnlyList<MovieFacet> Of(Movie movie, MovieFacetOptions options, string? plot = null)
    {
        var facets = new List<MovieFacet> { new(FacetKind.Title, ReadingTitle.Of(movie), 1) };
        if (movie.Genres.Count > 0)
        {
            facets.Add(new MovieFacet(FacetKind.Genres, string.Join(", ", movie.Genres), 1));
        }

        facets.AddRange(Tags([.. movie.Tags.Take(options.MaxTags)], options.GroupTags));
        plot ??= movie.Plot;
        if (!string.IsNullOrWhiteSpace(plot))
        {
            facets.Add(new MovieFacet(FacetKind.Plot, plot.Trim(), 1));
        }

        return facets;
    }

    private static IEnumerable<MovieFacet> Tags(MovieTag[] tags, bool grouped)
    {
        if (tags.Length == 0)
        {
            return [];
        }

        if (grouped)
        {
            return [new MovieFacet(FacetKind.Tag, string.Join(", ", tags.Select(tag => tag.Text)), 1)];
        }

        float applications = tags.Sum(tag => tag.Applications);
        return tags.Select(tag => new MovieFacet(FacetKind.Tag, tag.Text, tag.Applications / applications));
    }
}
