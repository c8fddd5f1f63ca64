namespace Talon.RuleEngine;

/// <summary>A total order of values: by kind, then by value; texts ordinal.</summary>
internal static class ValueOrder
{
    public static int Compare(in Value a, in Value b)
    {
        if (a.Kind != b.Kind)
            return a.Kind.CompareTo(b.Kind);
        return a.Kind switch
        {
            ValueKind.Number => a.Number.CompareTo(b.Number),
            ValueKind.Boolean => a.Boolean.CompareTo(b.Boolean),
            ValueKind.Time => a.Time.CompareTo(b.Time),
            ValueKind.None => 0,
            _ => string.CompareOrdinal(ValueText.Of(a), ValueText.Of(b)),
        };
    }
}
