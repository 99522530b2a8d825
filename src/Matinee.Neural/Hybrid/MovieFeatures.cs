using Matinee.Core.Catalog;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Neural.Hybrid;

/// <summary>The movies of a catalogue as <see cref="MovieFeatureSpace"/> describes them.</summary>
/// <param name="Values">Movies × <paramref name="Width"/>, row-major.</param>
internal sealed record MovieFeatures(float[] Values, int Width)
{
    /// <summary>Features of the first <paramref name="count"/> movies of the catalogue.</summary>
    public static MovieFeatures Of(MovieCatalog catalog, int count, bool tagBag)
    {
        var space = new MovieFeatureSpace(catalog, count, tagBag);
        var values = new float[count * space.Width];
        for (int item = 0; item < count; item++)
        {
            space.Describe(catalog.Movies[item], values.AsSpan(item * space.Width, space.Width));
        }

        return new MovieFeatures(values, space.Width);
    }
}
