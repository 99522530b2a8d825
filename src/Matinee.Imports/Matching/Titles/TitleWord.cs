namespace Matinee.Imports.Matching.Titles;

/// <param name="Text">Folded; numbers in digits.</param>
/// <param name="Segment">Which part of the title it stands in: <c>Alien: Resurrection</c> has the parts 0 and 1.</param>
internal readonly record struct TitleWord(string Text, int Segment);
