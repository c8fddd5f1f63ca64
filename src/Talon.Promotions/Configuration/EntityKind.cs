using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Talon.Promotions;

/// <summary>A kind of configuration entity: how it is named, numbered, written, and who sees its changes.</summary>
public abstract class EntityKind
{
    private protected EntityKind(string name, long firstId) => (Name, Ids) = (name, new IdKind(name, First: firstId));

    /// <summary>The name under which entities are stored; it never changes.</summary>
    public string Name { get; }

    /// <summary>The sequence of ids.</summary>
    public IdKind Ids { get; }

    internal abstract EntitySet Empty { get; }

    internal abstract void Write(Utf8JsonWriter writer, IEntity entity);

    internal abstract IEntity Read(ref Utf8JsonReader reader);

    internal abstract Reach ReachOf(IEntity entity);
}

/// <summary>A kind of configuration entity.</summary>
/// <param name="name">The name under which entities are stored; it never changes.</param>
/// <param name="json">How an entity is written; asked for when one is, since most processes meet few of the kinds.</param>
/// <param name="reach">Which Applications see a change of it.</param>
/// <param name="firstId">The first id given out.</param>
public sealed class EntityKind<T>(string name, Func<JsonTypeInfo<T>> json, Func<T, Reach> reach, long firstId = 1) : EntityKind(name, firstId)
    where T : class, IEntity
{
    internal override EntitySet Empty { get; } = EntitySet<T>.None;

    internal override void Write(Utf8JsonWriter writer, IEntity entity) => JsonSerializer.Serialize(writer, (T)entity, json());

    internal override IEntity Read(ref Utf8JsonReader reader) =>
        StoredJson.Read(ref reader, json()) ?? throw new JsonException($"A stored {Name} is null.");

    internal override Reach ReachOf(IEntity entity) => reach((T)entity);
}
