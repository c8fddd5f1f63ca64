using System.Text.Json;

namespace Talon.Http;

/// <summary>Any JSON value whose numbers are decimals.</summary>
public sealed class AnySchema : Schema
{
    /// <summary>The one of its kind without description.</summary>
    public static AnySchema Instance { get; } = new();

    /// <inheritdoc/>
    protected override bool CheckShape(JsonElement value, Findings findings)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                NumberSchema.CheckDecimal(value, findings);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    findings.Enter(index++);
                    CheckShape(item, findings);
                    findings.Leave();
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    findings.Enter(member.Name);
                    CheckShape(member.Value, findings);
                    findings.Leave();
                }

                break;
        }

        return true;
    }
}
