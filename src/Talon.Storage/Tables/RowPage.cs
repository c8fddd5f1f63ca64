namespace Talon.Storage;

/// <summary>One page of a range read.</summary>
/// <param name="Rows">Rows in ordinal key order.</param>
/// <param name="Next">The range of what is left, or null after the last page. A page may hold fewer rows than asked for and still have a next one.</param>
public sealed record RowPage(IReadOnlyList<Row> Rows, KeyRange? Next);
