using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store;

/// <summary>The tables of the user store, the same for every provider.</summary>
internal sealed class StoreContext(DbContextOptions<StoreContext> options) : DbContext(options)
{
    public DbSet<UserRow> Users => Set<UserRow>();
    public DbSet<RatingRow> Ratings => Set<RatingRow>();
    public DbSet<HiddenRow> Hidden => Set<HiddenRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<MovieRow> Movies => Set<MovieRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<UserRow>(user =>
        {
            user.ToTable("users").HasKey(row => row.Id);
            user.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<RatingRow>().ToTable("ratings").HasKey(row => new { row.UserId, row.MovieId });
        modelBuilder.Entity<HiddenRow>().ToTable("hidden").HasKey(row => new { row.UserId, row.MovieId });
        modelBuilder.Entity<EventRow>(one =>
        {
            one.ToTable("events").HasKey(row => new { row.UserId, row.Number });
            // The last defence: a repeated key fails rather than count twice.
            one.HasIndex(row => new { row.UserId, row.Key }).IsUnique();
        });
        modelBuilder.Entity<MovieRow>(movie =>
        {
            movie.ToTable("movies").HasKey(row => row.Id);
            movie.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
