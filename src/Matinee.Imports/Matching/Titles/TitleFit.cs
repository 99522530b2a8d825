namespace Matinee.Imports.Matching.Titles;

/// <summary>How well two titles fit, best first.</summary>
internal enum TitleFit
{
    /// <summary>The same words.</summary>
    Exact,

    /// <summary>The same words but for articles.</summary>
    Loose,

    /// <summary>One is a piece of the other: <see cref="TitlePieces"/>.</summary>
    Piece,

    /// <summary>Few letters differ.</summary>
    Near,

    /// <summary>Many words are shared, or the titles are one number, here in letters and there in digits.</summary>
    Similar,
}
