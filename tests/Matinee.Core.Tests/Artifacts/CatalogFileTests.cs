using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Artifacts;

public class CatalogFileTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "catalog.jsonl");
        Movie[] movies =
        [
            new()
            {
                Id = new ItemId(7),
                Title = "Léon (1994)",
                Year = 1994,
                Genres = ["Crime"],
                Tags = [new MovieTag("hitman", 3)],
                Plot = "A girl, a \"cleaner\" & a plant.",
            },
            new() { Id = new ItemId(9), Title = "Bare" },
        ];

        CatalogFile.Write(path, new MovieCatalog(movies, rankedCount: 1));
        MovieCatalog read = CatalogFile.Read(path, rankedCount: 1);

        Assert.Equivalent(movies, read.Movies, strict: true);
        Assert.DoesNotContain("plot", File.ReadAllLines(path)[1]);
    }
}
