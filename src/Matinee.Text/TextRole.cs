namespace Matinee.Text;

/// <summary>What a text is for. Models that were trained for search put a prefix before the one or the other.</summary>
public enum TextRole
{
    /// <summary>What is looked for: a movie's facet.</summary>
    Document,

    /// <summary>What a person typed.</summary>
    Query,
}
