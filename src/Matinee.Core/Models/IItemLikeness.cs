using Matinee.Core.Interactions;

namespace Matinee.Core.Models;

/// <summary>A model that has learned which movies are alike from who rated them.</summary>
public interface IItemLikeness : IModel
{
    /// <summary>How alike a movie is to every covered one, in either order the same; the greater the more, 0 or less for not at all.</summary>
    /// <param name="item">A covered item.</param>
    /// <param name="likeness">Length <see cref="IModel.ItemCount"/>; overwritten. What it says of the item itself means nothing.</param>
    void Compare(ItemIndex item, Span<float> likeness);
}
