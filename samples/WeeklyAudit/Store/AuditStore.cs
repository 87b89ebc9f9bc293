using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WeeklyAudit.Store;

/// <summary>The database.</summary>
/// <param name="connection">Its connection, which stays open.</param>
internal sealed class AuditStore(SqliteConnection connection) : DbContext
{
    public DbSet<StoredDecision> Decisions => Set<StoredDecision>();

    public DbSet<StoredDraw> Draws => Set<StoredDraw>();

    public DbSet<StoredDeal> Deals => Set<StoredDeal>();

    public DbSet<StoredState> States => Set<StoredState>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(connection);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredDecision>().HasKey(decision => new { decision.Week, decision.DealId });
        modelBuilder.Entity<StoredDecision>().Property(decision => decision.Verdict).HasConversion<string>();
        modelBuilder.Entity<StoredDraw>().HasKey(draw => draw.DealId);
        modelBuilder.Entity<StoredDeal>().HasKey(deal => deal.Id);
        modelBuilder.Entity<StoredState>().HasKey(state => state.Name);
    }
}
