namespace Talon.Server.Tests;

public sealed class ManagementPageTests
{
    [Fact]
    public async Task The_page_lists_what_is_built_and_what_is_not()
    {
        var page = await File.ReadAllTextAsync(ManagementPage.Path, TestContext.Current.CancellationToken);
        var renewed = ManagementPage.Renew(page);
        if (Environment.GetEnvironmentVariable("TALON_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(ManagementPage.Path, renewed, TestContext.Current.CancellationToken);
        else
            Assert.True(page == renewed, "docs/management.md is behind the table of operations. Run this test once with TALON_WRITE_DOCS=1 to bring it up to date.");
    }

    [Fact]
    public void Every_published_parameter_is_taken_or_listed_as_not()
    {
        var missing = from operation in ManagementPage.Built
                      from parameter in ManagementPage.Find(operation)?.Parameters ?? []
                      where !operation.Parameters.Any(own => own.Name == parameter)
                      select (operation.OperationId, parameter);

        Assert.Equal(ManagementPage.NotTaken.Keys, missing);
    }

    [Fact]
    public void What_the_published_API_has_keeps_its_name()
    {
        foreach (var operation in ManagementPage.Built)
        {
            var published = ManagementPage.Published.Where(o => o.Id == operation.OperationId).ToList();
            Assert.True(published.Count == 0 || published.Any(o => o.Method == operation.Method), $"{operation.OperationId} is published under another method.");
            Assert.All(published, o => Assert.Equal(o.Path.Split('/').Length, operation.Path.Split('/').Length));
        }
    }
}
