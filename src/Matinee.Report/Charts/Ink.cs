namespace Matinee.Report.Charts;

/// <summary>
/// What something is drawn in: a role, never a colour. The style sheet gives each role its colour in light, dark and
/// print, and its dash pattern.
/// </summary>
internal enum Ink
{
    Grid,
    Axis,
    Reference,
    First,
    Second,
    Third,
    Fourth,
    Fifth,
    Sixth,
}

/// <summary>Roles by way of ScottPlot, which knows colours only: each role is a colour that stands for its name.</summary>
internal static class Inks
{
    private const int Series = 6;

    /// <summary>The ink of the n-th series; six can be told apart, the seventh looks like the first.</summary>
    public static Ink OfSeries(int number) => Ink.First + (number % Series);

    public static string Name(this Ink ink) => ink.ToString().ToLowerInvariant();

    public static ScottPlot.Color Sentinel(this Ink ink) => new(0x0A, 0x0B, (byte)(0x10 + (int)ink));

    /// <summary>The ink that a colour in an SVG stands for; null for any other colour.</summary>
    public static Ink? FromSvg(string color) =>
        Enum.GetValues<Ink>()
            .Cast<Ink?>()
            .FirstOrDefault(ink => string.Equals(Svg(ink!.Value), color, StringComparison.OrdinalIgnoreCase));

    private static string Svg(Ink ink) => $"#0A0B{0x10 + (int)ink:X2}";
}
