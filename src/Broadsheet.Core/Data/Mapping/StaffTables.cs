using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Data.Mapping;

/// <summary>Tables of the newsroom's people.</summary>
internal static class StaffTables
{
    internal static void Configure(ModelBuilder model) => model.Entity<StaffGrant>(e =>
    {
        e.HasIndex(g => g.LoginId);
        e.HasOne<Section>().WithMany().HasForeignKey(g => g.SectionId).OnDelete(DeleteBehavior.Cascade);
    });
}
