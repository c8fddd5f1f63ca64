namespace Talon.Http;

/// <summary>What a list may be sorted by.</summary>
/// <param name="Created">When the entry came into being.</param>
/// <param name="Name">Its name; "" for none.</param>
internal readonly record struct SortKey(DateTimeOffset Created, string Name);
