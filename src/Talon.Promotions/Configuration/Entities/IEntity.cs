namespace Talon.Promotions;

/// <summary>A piece of configuration. Immutable; a change is a new record under the same id.</summary>
public interface IEntity
{
    /// <summary>Server-assigned id, unique among entities of its kind.</summary>
    long Id { get; }
}
