namespace Talon.Storage.Azure;

/// <summary>Writes range reads as OData filters.</summary>
internal static class RangeFilter
{
    /// <summary>The filter of a range inside a partition.</summary>
    public static string Create(string partition, KeyRange range)
    {
        var filter = $"PartitionKey eq '{Escape(partition)}'";
        if (range.From.Length > 0)
            filter += $" and RowKey ge '{Escape(range.From)}'";
        if (range.Until is not null)
            filter += $" and RowKey lt '{Escape(range.Until)}'";
        return filter;
    }

    /// <summary>The smallest text that follows a key: the key alphabet begins with the space.</summary>
    public static string After(string key) => key + ' ';

    private static string Escape(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
