using System.Runtime.CompilerServices;
using Broadsheet.Core.Data;
using Broadsheet.Core.Media;

namespace Broadsheet.Core.Operations;

/// <summary>Verifies a newspaper while it is being served: the database, what its rows say of each other, every photo. Changes nothing.</summary>
/// <param name="holdings">The newspaper.</param>
/// <param name="zone">Its time zone: days of publication are of it.</param>
/// <param name="clock">The time.</param>
public sealed class Check(Holdings holdings, TimeZoneInfo zone, TimeProvider clock)
{
    /// <summary>Yields faults as they are found.</summary>
    /// <param name="progress">Told what is being looked at; null for nobody.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="OperationRefusedException">There is no newspaper, or its schema is older than the program.</exception>
    /// <exception cref="DatabaseRefusedException">The database was made by a newer program.</exception>
    public async IAsyncEnumerable<Fault> Run(IProgress<OperationStep>? progress, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!holdings.IsPostgres && !File.Exists(holdings.SqlitePath)) throw new OperationRefusedException($"There is no newspaper in {holdings.Folder}.");
        await using var db = holdings.Open();
        var database = new DatabaseCheck(db);
        var broken = false;
        progress?.Report(new("Checking the database", 0, 0));
        await foreach (var fault in database.Run(ct))
        {
            broken = true;
            yield return fault;
        }
        // In a broken file every other look may fail or mislead; photos are on their own.
        if (!broken)
        {
            await Require(db, ct);
            progress?.Report(new("Checking articles and lists", 0, 0));
            await foreach (var fault in new ArticleCheck(db, zone).Run(ct)) yield return fault;
            await foreach (var fault in new BodyCheck(db).Run(progress, ct)) yield return fault;
            await foreach (var fault in new PhotoCheck(db, holdings).Run(ct)) yield return fault;
        }
        foreach (var fault in new OriginalsCheck(new MediaStore(holdings.Media), holdings.Media, clock).Run(progress, ct)) yield return fault;
    }

    private async Task Require(BroadsheetDb db, CancellationToken ct)
    {
        var (applied, pending) = await DatabaseStart.Migrations(db, ct);
        if (applied.Count == 0) throw new OperationRefusedException($"There is no newspaper in {holdings.Folder}.");
        if (pending.Count > 0) throw new OperationRefusedException($"The database is of an older Broadsheet (it lacks {pending[0]}): start the program once, which upgrades it, and check then.");
    }
}
