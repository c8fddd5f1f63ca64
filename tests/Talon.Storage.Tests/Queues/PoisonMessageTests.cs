namespace Talon.Storage.Tests;

public sealed class PoisonMessageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", null)]
    [InlineData("{\"owner\":\"s\"}", "It broke: \"twice\"")]
    public void A_message_comes_back_with_its_reason(string body, string? reason)
    {
        var message = new PoisonMessage(body, reason, Noon);

        Assert.Equal(message, PoisonMessage.Decode(message.Encode()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{\"owner\":\"s\"}")]
    [InlineData("{\"poison\":5}")]
    [InlineData("{\"poison\":\"x\",\"failedAt\":\"yesterday\"}")]
    [InlineData("[1]")]
    public void A_text_that_a_queue_moved_by_itself_is_the_message(string text) =>
        Assert.Equal(new PoisonMessage(text, null, null), PoisonMessage.Decode(text));

    [Fact]
    public void A_long_reason_is_cut() =>
        Assert.Equal(1000, PoisonMessage.Decode(new PoisonMessage("x", new string('r', 5000), Noon).Encode()).Reason!.Length);
}
