namespace Talon.Server.Tests;

public sealed class CompatibilityPageTests
{
    [Fact]
    public async Task The_page_lists_every_difference_that_the_tests_know()
    {
        var page = await File.ReadAllTextAsync(CompatibilityPage.Path, TestContext.Current.CancellationToken);
        var renewed = CompatibilityPage.Renew(page);
        if (Environment.GetEnvironmentVariable("TALON_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(CompatibilityPage.Path, renewed, TestContext.Current.CancellationToken);
        else
            Assert.True(page == renewed, "docs/compatibility.md is behind what the tests know. Run this test once with TALON_WRITE_DOCS=1 to bring it up to date.");
    }
}
