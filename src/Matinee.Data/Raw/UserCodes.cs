namespace Matinee.Data.Raw;

/// <summary>The codes of MovieLens 1M's <c>users.dat</c>, as its README resolves them.</summary>
internal static class UserCodes
{
    /// <summary>Each is the lowest age of its group, but that 1 stands for everyone under 18.</summary>
    public static IReadOnlyList<int> Ages { get; } = [1, 18, 25, 35, 45, 50, 56];

    /// <summary>By code. 0 is "other or not specified"; MovieLens 100K calls it "other", too.</summary>
    public static IReadOnlyList<string> Occupations { get; } =
    [
        "other",
        "academic/educator",
        "artist",
        "clerical/admin",
        "college/grad student",
        "customer service",
        "doctor/health care",
        "executive/managerial",
        "farmer",
        "homemaker",
        "K-12 student",
        "lawyer",
        "programmer",
        "retired",
        "sales/marketing",
        "scientist",
        "self-employed",
        "technician/engineer",
        "tradesman/craftsman",
        "unemployed",
        "writer",
    ];
}
