using Broadsheet.Core.Mail;
using Broadsheet.Core.People;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Core.Data.Mapping;

/// <summary>Tables of the newsroom's people. Those of ASP.NET Core Identity have the shape of its schema version 3, without what is not used.</summary>
internal static class StaffTables
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<StaffLogin>(Logins);
        model.Entity<IdentityUserToken<long>>(e =>
        {
            e.ToTable("StaffTokens");
            e.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            e.HasOne<StaffLogin>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdentityUserPasskey<long>>(e =>
        {
            e.ToTable("StaffPasskeys");
            e.HasKey(p => p.CredentialId);
            e.HasIndex(p => p.UserId);
            e.Property(p => p.CredentialId).HasMaxLength(1024);
            e.OwnsOne(p => p.Data).ToJson();
            e.HasOne<StaffLogin>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StaffGrant>(e =>
        {
            e.HasIndex(g => new { g.LoginId, g.Role, g.SectionId }).IsUnique();
            e.HasOne<StaffLogin>().WithMany().HasForeignKey(g => g.LoginId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Section>().WithMany().HasForeignKey(g => g.SectionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StaffSession>(e =>
        {
            e.HasIndex(s => s.KeyHash).IsUnique();
            e.HasIndex(s => s.LoginId);
            e.HasOne<StaffLogin>().WithMany().HasForeignKey(s => s.LoginId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OutgoingMail>(e => e.HasIndex(m => m.NextTryAt));
        model.Entity<StaffLink>(e =>
        {
            e.HasIndex(l => l.KeyHash).IsUnique();
            e.HasIndex(l => l.LoginId);
            e.HasOne<StaffLogin>().WithMany().HasForeignKey(l => l.LoginId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Logins(EntityTypeBuilder<StaffLogin> e)
    {
        e.HasIndex(l => l.NormalizedEmail).IsUnique();
        e.HasIndex(l => l.NormalizedUserName).IsUnique();
        e.HasIndex(l => l.PersonId).IsUnique();
        e.Property(l => l.ConcurrencyStamp).IsConcurrencyToken();
        e.Ignore(l => l.PhoneNumber);
        e.Ignore(l => l.PhoneNumberConfirmed);
        e.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
