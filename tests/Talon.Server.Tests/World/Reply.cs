using System.Text.Json;

namespace Talon.Server.Tests;

/// <summary>An answer as a test looks at it.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Text">The body as it came.</param>
internal sealed record Reply(int Status, string Text)
{
    /// <summary>The body.</summary>
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The types of the effects, in order.</summary>
    public IEnumerable<string> EffectTypes => Json.GetProperty("effects").EnumerateArray().Select(effect => effect.GetProperty("effectType").GetString()!);

    /// <summary>The props of the only effect of a type.</summary>
    public JsonElement Props(string effectType) => Assert.Single(
        Json.GetProperty("effects").EnumerateArray(), effect => effect.GetProperty("effectType").GetString() == effectType).GetProperty("props");

    /// <summary>The pointers and parameters of the problems, in order.</summary>
    public IEnumerable<string> Places => Json.GetProperty("errors").EnumerateArray()
        .Select(error => error.GetProperty("source"))
        .Select(source => (source.TryGetProperty("pointer", out var pointer) ? pointer : source.GetProperty("parameter")).GetString()!);

    /// <summary>This answer, once it is known to have the status expected.</summary>
    public Reply Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Text}");
        return this;
    }
}
