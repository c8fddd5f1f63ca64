using System.Text.Json;

namespace Talon.Http;

/// <summary>The shape of a JSON value: checks requests, answers in tests, and is published.</summary>
public abstract class Schema
{
    /// <summary>The name under which it is published; null for one that stands where it is used.</summary>
    public string? Name { get; init; }

    /// <summary>What the value means.</summary>
    public string? Description { get; init; }

    /// <summary>A further rule, for a value that has the right shape; it adds what it finds.</summary>
    public Action<JsonElement, Findings>? Rule { get; init; }

    /// <summary>Checks a value and adds every problem to <paramref name="findings"/>.</summary>
    public void Check(JsonElement value, Findings findings)
    {
        if (CheckShape(value, findings))
            Rule?.Invoke(value, findings);
    }

    /// <summary>Checks everything but <see cref="Rule"/>; false when the value has another JSON type.</summary>
    protected abstract bool CheckShape(JsonElement value, Findings findings);
}
