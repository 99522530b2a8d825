namespace Matinee.Imports.Tests;

public class ImportPlaceTests
{
    [Fact]
    public void ToString_FileInFolder_NamesFileAndLine() =>
        Assert.Equal("likes/films.csv:12", new ImportPlace("likes/films.csv", 12).ToString());
}
