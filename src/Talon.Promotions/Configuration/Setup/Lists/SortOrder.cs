namespace Talon.Promotions;

/// <summary>Makes the order of a list from the name of a field.</summary>
internal static class SortOrder
{
    /// <summary>The order by a field, the greatest first where a minus sign stands in front; those that are alike in it are in the order of their ids. Null for the order in which they stand.</summary>
    /// <param name="sort">The field, one of those that are known; null for none.</param>
    /// <param name="fields">How two are compared by each field.</param>
    /// <param name="id">The id of one.</param>
    public static IComparer<T>? By<T>(string? sort, IReadOnlyDictionary<string, Comparison<T>> fields, Func<T, long> id)
    {
        if (sort is null)
            return null;
        var compare = fields[sort.TrimStart('-')];
        var sign = sort.StartsWith('-') ? -1 : 1;
        return Comparer<T>.Create((one, other) => sign * (compare(one, other) is var way and not 0 ? way : id(one).CompareTo(id(other))));
    }

    /// <summary>Compares by a time; those without it come last.</summary>
    public static Comparison<T> Times<T>(Func<T, DateTimeOffset?> time) => (one, other) => (time(one) ?? DateTimeOffset.MaxValue).CompareTo(time(other) ?? DateTimeOffset.MaxValue);

    /// <summary>Compares by a number.</summary>
    public static Comparison<T> Numbers<T>(Func<T, long> number) => (one, other) => number(one).CompareTo(number(other));

    /// <summary>Compares by a text, character by character.</summary>
    public static Comparison<T> Texts<T>(Func<T, string> text) => (one, other) => string.CompareOrdinal(text(one), text(other));
}
