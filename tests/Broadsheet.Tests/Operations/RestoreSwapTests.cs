using Broadsheet.Core.Operations;
using Broadsheet.Tests.Media;
using Xunit;

namespace Broadsheet.Tests.Operations;

/// <summary>A restore that ends after any of its moves is finished by whoever opens the folder next.</summary>
public sealed class RestoreSwapTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<int> Steps => [.. Enumerable.Range(0, 9)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Steps))]
    public void Broken_off_after_any_move_it_is_finished(int steps)
    {
        var swap = Staged();
        foreach (var act in swap.Acts().Take(steps).ToList()) act();
        RestoreSwap.Finish(_folder.Path);
        swap.FinishAlone();
        Assert.Equal(["broadsheet.db=new", "media/originals/b=new", "pages/about=old", "wire-topics.json=new"], Contents());
        Assert.False(RestoreSwap.Finish(_folder.Path));
    }

    [Fact]
    public void Broken_off_before_anything_is_written_down_the_old_stands()
    {
        var before = Staged(commit: false);
        Assert.False(RestoreSwap.Finish(_folder.Path));
        Assert.Contains("broadsheet.db=old", Contents());
        before.FinishAlone();
        Assert.Equal(["broadsheet.db-wal=old", "broadsheet.db=old", "media/originals/a=old", "media/renditions/a=old", "pages/about=old"], Contents());
    }

    private RestoreSwap Staged(bool commit = true)
    {
        foreach (var old in new[] { "broadsheet.db", "broadsheet.db-wal", "media/originals/a", "media/renditions/a", "pages/about" }) Put(old, "old");
        var swap = new RestoreSwap(_folder.Path);
        swap.Begin();
        foreach (var made in new[] { "database/broadsheet.db", "media/originals/b", "wire-topics.json" }) Put($".restore/new/{made}", "new");
        if (commit)
            swap.Commit([("broadsheet.db-wal", null), ("broadsheet.db", ".restore/new/database/broadsheet.db"), ("media", ".restore/new/media"), ("wire-topics.json", ".restore/new/wire-topics.json")]);
        return swap;
    }

    private void Put(string name, string content)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private IEnumerable<string> Contents() =>
        from file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(_folder.Path, file)
        where name != ".in-use" && !name.StartsWith(".restore", StringComparison.Ordinal)
        orderby name + "=" + File.ReadAllText(file)
        select $"{name}={File.ReadAllText(file)}";
}
