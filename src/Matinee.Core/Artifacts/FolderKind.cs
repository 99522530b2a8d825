namespace Matinee.Core.Artifacts;

/// <summary>A kind of folder that Matinee writes and may replace.</summary>
/// <param name="Recognises">Tells one of this kind by its content.</param>
/// <param name="Entries">The names that stand in it; anything beside them is somebody else's.</param>
public sealed record FolderKind(Func<string, bool> Recognises, IReadOnlyCollection<string> Entries);
