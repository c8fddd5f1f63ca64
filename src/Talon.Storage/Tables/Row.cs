namespace Talon.Storage;

/// <summary>A stored row.</summary>
/// <param name="Key">The row key, unique in its partition.</param>
/// <param name="ETag">Changes with every write of the row; opaque.</param>
/// <param name="Body">The stored bytes.</param>
public sealed record Row(string Key, string ETag, ReadOnlyMemory<byte> Body);
