using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Look-ups in value maps.</summary>
internal static class ValueMaps
{
    private static readonly Fault Absent = new(FaultKind.Missing, new("NotInValueMap", "key", "not in the value map", "one of its keys"));

    public static readonly Function MapValue = new(
        "mapValue", FunctionGroup.List,
        "The number that a value map has for a key; fails when it has none.",
        """["mapValue", "margins", [".", "Item", "Sku"]]""",
        new Overload("(map: @valueMap, key: string) -> number", call =>
        {
            var entries = call.Reference<ValueMapDefinition>(0).Entries;
            var key = call.Text(1);
            return Expression.Number(scope => entries.TryGetValue(key(scope), out var value) ? value : scope.Fail(Absent, 0m));
        }));
}
