using Matinee.Api.Store;
using Matinee.Api.Store.Postgres;
using Matinee.Core;
using Npgsql;

namespace Matinee.Api.Tests.Store.Postgres;

public class PostgresConnectionTests
{
    [Theory]
    [InlineData("postgres://db/matinee", true)]
    [InlineData("PostgreSQL://db/matinee", true)]
    [InlineData("Host=db;Database=matinee", true)]
    [InlineData("Database=matinee; server = db", true)]
    [InlineData("data/matinee.db", false)]
    [InlineData("C:\\host=x\\matinee.db", false)]
    [InlineData("postgres.db", false)]
    public void IsOne_Places_AreToldApartByForm(string store, bool expected)
    {
        Assert.Equal(expected, PostgresConnection.IsOne(store));
        Assert.Equal(expected ? "postgres" : "sqlite", StoreProviders.Of(store).Name);
    }

    [Fact]
    public void Read_BothForms_SayTheSame()
    {
        NpgsqlConnectionStringBuilder url = PostgresConnection.Read(
            "postgres://us%40er:p%3Aw%2F%3D;d@db.example:6543/mat%20inee?sslmode=verify-full"
        );
        NpgsqlConnectionStringBuilder words = PostgresConnection.Read(
            "Host=db.example;Port=6543;Database=mat inee;Username=us@er;Password='p:w/=;d';SSL Mode=VerifyFull"
        );

        Assert.Equal(("db.example", 6543, "mat inee"), (url.Host, url.Port, url.Database));
        Assert.Equal(("us@er", "p:w/=;d"), (url.Username, url.Password));
        Assert.Equal(words.ConnectionString, url.ConnectionString);
        Assert.Equal(5432, PostgresConnection.Read("postgres://db/matinee").Port);
    }

    [Theory]
    [InlineData("postgres://user:sesame@db")]
    [InlineData("postgres://user:sesame@db:x/matinee")]
    [InlineData("Host=db;Password=sesame")]
    [InlineData("Host=db;Database=m;Password=sesame;Colour=red")]
    public void Read_NotUnderstood_SaysSoWithoutThePassword(string store)
    {
        string message = Assert.Throws<MatineeException>(() => PostgresConnection.Read(store)).ToString();
        Assert.Contains("is not understood", message);
        Assert.DoesNotContain("sesame", message);
    }

    [Fact]
    public void WithoutPassword_AnyWord_ShowsNone()
    {
        Assert.Equal("PostgreSQL database 'm' on db:5432", StorePlaces.WithoutPassword("postgres://user:sesame@db/m"));
        Assert.Equal("(a store's address)", StorePlaces.WithoutPassword("postgres://user:sesame@db"));
        Assert.Equal("--store", StorePlaces.WithoutPassword("--store"));
        Assert.True(StorePlaces.HoldsPassword("postgres://user:sesame@db/m"));
        Assert.False(StorePlaces.HoldsPassword("postgres://user@db/m"));
    }

    [Fact]
    public void Locks_OfAnyScope_AscendAndStandOnce()
    {
        WriteScope scope = new([700, 3, 259, int.MaxValue], GivesUserId: true, GivesMovieId: true);

        // 700 = 2 * 256 + 188; 3 and 259 share one; the largest is of the last.
        Assert.Equal([3, 188, 255, 256, 257], PostgresLocks.Of(scope));
    }
}
