using System.Globalization;
using Azure.Data.Tables;

namespace Talon.Storage.Azure;

/// <summary>Packs a body into binary properties of at most 64 KiB, <c>b0</c>, <c>b1</c> and so on.</summary>
internal static class EntityBody
{
    /// <summary>Largest binary property, in bytes.</summary>
    public const int MaxProperty = 64 * 1024;

    private static readonly string[] Names =
        [.. Enumerable.Range(0, (StorageLimits.MaxBody + MaxProperty - 1) / MaxProperty).Select(i => string.Create(CultureInfo.InvariantCulture, $"b{i}"))];

    /// <summary>Makes an entity that holds a copy of the body.</summary>
    public static TableEntity Pack(string partition, string key, ReadOnlyMemory<byte> body)
    {
        var entity = new TableEntity(partition, key);
        for (var i = 0; i * MaxProperty < body.Length; i++)
            entity[Names[i]] = body.Span.Slice(i * MaxProperty, Math.Min(MaxProperty, body.Length - (i * MaxProperty))).ToArray();
        return entity;
    }

    /// <summary>The row that an entity holds.</summary>
    public static Row Unpack(TableEntity entity) => new(entity.RowKey, entity.ETag.ToString(), Join(entity));

    private static byte[] Join(TableEntity entity)
    {
        var first = entity.GetBinary(Names[0]) ?? [];
        if (first.Length < MaxProperty)
            return first;
        var chunks = Names.Select(entity.GetBinary).TakeWhile(chunk => chunk is not null).Select(chunk => chunk!).ToList();
        var body = new byte[chunks.Sum(chunk => chunk.Length)];
        var at = 0;
        foreach (var chunk in chunks)
        {
            chunk.CopyTo(body, at);
            at += chunk.Length;
        }

        return body;
    }
}
