namespace Talon.Promotions;

/// <summary>A piece of configuration. Immutable; a change is a new record under the same id.</summary>
/// <remarks>A property that is added to an entity later is nullable, since rows written before do not have it.</remarks>
public interface IEntity
{
    /// <summary>Server-assigned id, unique among entities of its kind.</summary>
    long Id { get; }
}
