namespace Talon.Storage;

/// <summary>One change of a transaction.</summary>
/// <param name="Kind">What is done, and under which condition.</param>
/// <param name="Key">The row key.</param>
/// <param name="Body">The new body; empty for a delete.</param>
/// <param name="ETag">The ETag that the row must still have; null for insert and upsert.</param>
public readonly record struct Change(ChangeKind Kind, string Key, ReadOnlyMemory<byte> Body, string? ETag)
{
    /// <summary>Writes a new row; conflicts when the row exists.</summary>
    public static Change Insert(string key, ReadOnlyMemory<byte> body) => new(ChangeKind.Insert, key, body, null);

    /// <summary>Overwrites a row; conflicts when it is gone or has another ETag.</summary>
    public static Change Replace(string key, ReadOnlyMemory<byte> body, string etag) => new(ChangeKind.Replace, key, body, etag);

    /// <summary>Writes a row whatever is there.</summary>
    public static Change Upsert(string key, ReadOnlyMemory<byte> body) => new(ChangeKind.Upsert, key, body, null);

    /// <summary>Removes a row; conflicts when it is gone or has another ETag.</summary>
    public static Change Delete(string key, string etag) => new(ChangeKind.Delete, key, default, etag);
}

/// <summary>The kinds of <see cref="Change"/>.</summary>
public enum ChangeKind
{
    /// <summary>Insert if absent.</summary>
    Insert,

    /// <summary>Replace if the ETag matches.</summary>
    Replace,

    /// <summary>Insert or replace.</summary>
    Upsert,

    /// <summary>Delete if the ETag matches.</summary>
    Delete,
}
