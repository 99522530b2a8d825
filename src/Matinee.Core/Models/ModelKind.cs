namespace Matinee.Core.Models;

public abstract class ModelKind
{
    public abstract void Load();
}
