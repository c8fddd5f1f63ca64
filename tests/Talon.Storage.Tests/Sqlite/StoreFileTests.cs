using Microsoft.Extensions.Time.Testing;

namespace Talon.Storage.Tests;

public sealed class StoreFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("talon.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_of_another_kind_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("This is no database. ", 500));
        File.WriteAllText(Path, text);

        Refused();

        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public void A_database_of_another_application_is_refused_and_left_alone()
    {
        using (var foreign = Database.Open(Path))
            foreign.Execute("CREATE TABLE notes(text)");
        var before = File.ReadAllBytes(Path);

        Assert.Contains("another application", Refused().Message, StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await Open().DisposeAsync();
        using (var newer = Database.Open(Path))
            newer.Execute("PRAGMA user_version = 99");

        Assert.Contains("its version is 99", Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_refused()
    {
        await FillAsync();
        using (var file = File.OpenWrite(Path))
            file.SetLength(file.Length / 2);

        Refused();
    }

    [Fact]
    public async Task Damage_inside_the_file_is_told_when_it_is_met()
    {
        await FillAsync();
        using (var file = File.OpenWrite(Path))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[file.Length / 2]);
        }

        await using var store = Open();

        var error = await Assert.ThrowsAsync<StoreFileException>(async () => await store.ReadRangeAsync("p", KeyRange.All));
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_can_be_opened_once_it_is_mended()
    {
        File.WriteAllText(Path, "This is no database.");
        Refused();
        File.Delete(Path);

        await Open().DisposeAsync();
    }

    [Fact]
    public void A_path_that_is_no_file_is_refused()
    {
        Directory.CreateDirectory(Path);

        Refused();
    }

    private SqliteStore Open() => SqliteStore.Open(Path, new FakeTimeProvider());

    private StoreFileException Refused()
    {
        var error = Assert.Throws<StoreFileException>(Open);
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
        return error;
    }

    private async Task FillAsync()
    {
        await using var store = Open();
        for (var i = 0; i < 10; i++)
            await store.CommitAsync("p", [.. Enumerable.Range(0, 50).Select(row => Change.Insert($"{i}-{row:D2}", new byte[500]))]);
    }
}
