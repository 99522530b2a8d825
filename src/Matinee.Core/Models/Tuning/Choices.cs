namespace Matinee.Core.Models.Tuning;

/// <summary>A few values to choose from, numbered from 0.</summary>
/// <param name="Ordered">Whether neighbours are alike, as ascending numbers are.</param>
public sealed record Choices(string Name, int Number, bool Ordered) : SearchDimension(Name)
{
    public override long? Count => Number;

    public override bool IsOrdered => Ordered;

    public override double ValueAt(double position) => LevelAt(position, Number);

    public override double PositionOf(double value) => CentreOf((long)value, Number);

    public override double Level(long n) => n;
}
