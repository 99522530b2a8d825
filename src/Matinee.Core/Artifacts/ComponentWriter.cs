namespace Matinee.Core.Artifacts;

public sealed class ComponentWriter { }
