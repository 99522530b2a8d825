using System.Text.Json;

namespace Matinee.Client.Tests;

public class MovieRefTests
{
    [Fact]
    public void ToString_AnyKind_IsAsTheServerReadsIt()
    {
        MovieRef number = 2571;

        Assert.Equal("2571", number.ToString());
        Assert.Equal("imdb:tt0133093", MovieRef.Imdb("tt0133093").ToString());
        Assert.Equal("tmdb:603", MovieRef.Tmdb(603).ToString());
        Assert.Equal(number, MovieRef.Id(2571));
        Assert.NotEqual(number, MovieRef.Tmdb(2571));
    }

    [Theory]
    [InlineData("2571")]
    [InlineData("imdb:tt0133093")]
    [InlineData("tmdb:603")]
    public void Json_AnyKind_ReadsWhatItWrites(string text)
    {
        MovieRef read = JsonSerializer.Deserialize<MovieRef>($"\"{text}\"");

        Assert.Equal(text, read.ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(read));
    }

    [Fact]
    public void Json_Number_IsAMovieLensId() => Assert.Equal(MovieRef.Id(7), JsonSerializer.Deserialize<MovieRef>("7"));
}
