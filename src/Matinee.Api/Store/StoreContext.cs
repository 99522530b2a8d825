using Microsoft.EntityFrameworkCore;

namespace Matinee.Api.Store;

/// <summary>The tables of the user store, the same for every provider; each has a context, and so migrations, of its own.</summary>
internal abstract class StoreContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Compiled once per provider.</summary>
    public abstract UserQueries Queries { get; }

    public DbSet<UserRow> Users => Set<UserRow>();
    public DbSet<RatingRow> Ratings => Set<RatingRow>();
    public DbSet<HiddenRow> Hidden => Set<HiddenRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<MovieRow> Movies => Set<MovieRow>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();
    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();
    public DbSet<ShownRow> Shown => Set<ShownRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<UserRow>(user =>
        {
            user.ToTable("users").HasKey(row => row.Id);
            user.Property(row => row.Id).ValueGeneratedNever();
            // The last defence against two who write at once: the second fails.
            user.Property(row => row.Version).IsConcurrencyToken();
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
        modelBuilder.Entity<ApiKeyRow>().ToTable("api_keys").HasKey(row => row.Id);
        modelBuilder.Entity<SessionRow>(session =>
        {
            session.ToTable("sessions").HasKey(row => row.Id);
            session.HasIndex(row => row.KeyId);
        });
        modelBuilder.Entity<SettingRow>().ToTable("settings").HasKey(row => row.Name);
        modelBuilder.Entity<OutcomeRow>(outcome =>
        {
            outcome
                .ToTable("outcomes")
                .HasKey(row => new
                {
                    row.ListId,
                    row.MovieId,
                    row.Kind,
                });
            outcome.HasIndex(row => row.UserId);
        });
        modelBuilder.Entity<ShownRow>().ToTable("shown").HasKey(row => new { row.Model, row.Day });
    }
}
