using Matinee.Core.Catalog;
using Matinee.Core.Texts;

namespace Matinee.Core.Models;

/// <summary>Sentence vectors of texts, one row each, by the encoder that <see cref="IContentModel.TextEncoder"/> names.</summary>
public delegate IReadOnlyList<float[]> TextEncoding(IReadOnlyList<string> texts);

/// <summary>A ranker that places movies it has never seen by what they say about themselves.</summary>
public interface IContentModel : IRanker
{
    /// <summary>Whether the model holds what that takes; one that an older Matinee has trained may not.</summary>
    bool CanPlace { get; }

    /// <summary>The encoder whose vectors of the movies' texts it needs; null where it needs none.</summary>
    string? TextEncoder { get; }

    /// <summary>As which precision of <see cref="TextEncoder"/>.</summary>
    TextPrecision TextPrecision => TextPrecision.Full;

    /// <summary>The model with more movies; it stays as it is for all others, and so does this one.</summary>
    /// <param name="catalog">
    /// The catalogue that the model was trained with and, behind it, added movies. Those from <see cref="IModel.ItemCount"/> on are
    /// placed.
    /// </param>
    /// <param name="encode">Needed where <see cref="TextEncoder"/> is not null.</param>
    /// <exception cref="MatineeException">The model can't place movies, or the vectors are of another length than it was trained with.</exception>
    IContentModel WithMovies(MovieCatalog catalog, TextEncoding? encode);
}
