using System.Text;
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

    [Theory]
    [InlineData(
        """{"id":1,"title":"A \u0022b\u0022 \u00e9","year":2001,"genres":["Drama","War"],"tags":[{"text":"x","applications":2}]}"""
    )]
    [InlineData("""{"id":1,"title":"A","genres":[],"tags":[],"imdbId":"0114709","tmdbId":862,"plot":"P"}""")]
    [InlineData(
        """{"id":-3,"title":"\\","genres":["A, \"]"],"tags":[{"text":"\\\"","applications":0},{"text":"é","applications":1}]}"""
    )]
    public void Read_LineAsWritten_MatchesTheSerializer(string json)
    {
        byte[] line = Encoding.UTF8.GetBytes(json);
        var reader = new MovieLine(new TextPool());

        Assert.Equivalent(CatalogFile.Parse(line, "f", 1), reader.Read(line), strict: true);
        // Genres are known by now.
        Assert.Equivalent(CatalogFile.Parse(line, "f", 1), reader.Read(line), strict: true);
    }

    [Theory]
    [InlineData("""{"id":1,"title":"A","genres":[],"tags":[],"other":[1,{}]}""")]
    [InlineData("""{"id":1,"title":"A","genres":[],"tags":[],"year":null}""")]
    [InlineData("""{"id":1,"title":null,"genres":[],"tags":[]}""")]
    [InlineData("""{"id":1,"genres":[],"tags":[]}""")]
    [InlineData("""{"id":1,"title":"A"}""")]
    [InlineData("""{"id":1,"title":"A","genres":[],"tags":[]}{}""")]
    [InlineData("""{"id":1,"title":"A","tags":[],"genres":[null]}""")]
    [InlineData("""{"id":1,"title":"A","genres":[],"tags":[{"text":"x","applications":2.5}]}""")]
    [InlineData("""{"id":1,"title":"A","genres":[],"tags":[{"text":"x","n":2}]}""")]
    [InlineData("""{"id":99999999999,"title":"A","genres":[],"tags":[]}""")]
    [InlineData("""{"id":1,"title":"A","genres":["x" """)]
    [InlineData("""{"tags":[],"title":"A","genres":["Drama"],"imdbId":null,"id":1}""")]
    [InlineData("""{"id":1,"title":"A","genres":[],"tags":[],"imdbId":null}""")]
    [InlineData("""{"id":01,"title":"A","genres":[],"tags":[]}""")]
    [InlineData("""{"id":+1,"title":"A","genres":[],"tags":[]}""")]
    [InlineData("""{"id":1,"title":"\ud800","genres":[],"tags":[]}""")]
    [InlineData("""{"id":1,"title":"A\","genres":[],"tags":[]}""")]
    [InlineData("""{"id":1,"title":"A\q","genres":[],"tags":[]}""")]
    [InlineData("""{"id":1,"title":"A","genres":["x"}""")]
    [InlineData("""{"id":1,"title":"A","genres":["x",],"tags":[]}""")]
    [InlineData("""{"id":1,"title":"A","genres":[],"tags":[{"text":"x","applications":2},]}""")]
    [InlineData("{\"id\":1,\"title\":\"A\tB\",\"genres\":[],\"tags\":[]}")]
    [InlineData("[]")]
    [InlineData("")]
    public void Read_LineWrittenOtherwise_IsLeftToTheSerializer(string json)
    {
        Assert.Null(new MovieLine(new TextPool()).Read(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Read_BadLines_NamesTheFirst()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("catalog.jsonl");
        string[] lines = [.. Enumerable.Range(1, 50).Select(id => $$"""{"id":{{id}},"title":"A"}""")];
        lines[20] = "{}";
        lines[40] = "nonsense";
        File.WriteAllLines(path, lines);

        var error = Assert.Throws<MatineeException>(() => CatalogFile.Read(path, 1));

        Assert.Contains("line 21 ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameGenres_AreKeptOnce()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("catalog.jsonl");
        string rest = "\"title\":\"A\",\"genres\":[\"War\"],\"tags\":[]}\n";
        File.WriteAllText(path, $"{{\"id\":1,{rest}{{\"id\":2,{rest}");

        IReadOnlyList<Movie> movies = CatalogFile.Read(path, 2).Movies;

        Assert.Same(movies[0].Genres, movies[1].Genres);
    }

    [Fact]
    public void Read_ManyTags_AreThoseOfTheSerializerEveryTime()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("catalog.jsonl");
        // More than a chunk of them; one movie's alone are more.
        int[] counts = [0, 1, 3, 40_000, 2, 20_000];
        Movie[] movies =
        [
            .. counts.Select(
                (count, n) =>
                    new Movie
                    {
                        Id = new ItemId(n),
                        Title = "A",
                        Tags = [.. Enumerable.Range(0, count).Select(tag => new MovieTag($"é {n} \"{tag}\"", tag))],
                    }
            ),
        ];
        CatalogFile.Write(path, new MovieCatalog(movies, movies.Length));

        IReadOnlyList<Movie> read = CatalogFile.Read(path, movies.Length).Movies;

        for (int n = 0; n < movies.Length; n++)
        {
            Assert.Equal(counts[n], read[n].Tags.Count);
            Assert.Equal(movies[n].Tags, read[n].Tags);
            Assert.Equal(movies[n].Tags, read[n].Tags);
        }

        Assert.Equal(movies[3].Tags[9], read[3].Tags[9]);
    }

    [Theory]
    [InlineData("", 8)]
    [InlineData("a", 8)]
    [InlineData("a\nbc\n", 8)]
    [InlineData("\n\na", 1)]
    [InlineData("one\ntwo\na line that is longer than a piece\nthree", 8)]
    [InlineData("12345678\n1234567\n", 8)]
    public void Next_PiecesOfAnySize_GiveTheFilesLines(string text, int pieceBytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("x"), text);
        using var lines = new FileLines(folder.File("x"), pieceBytes);

        var read = new List<string>();
        while (lines.Next())
        {
            for (int n = 0; n < lines.Count; n++)
            {
                read.Add(Encoding.UTF8.GetString(lines[n]));
            }
        }

        Assert.Equal(File.ReadAllLines(folder.File("x")), read);
    }
}
