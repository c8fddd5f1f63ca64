using System.Text.Json;

namespace Talon.Http;

/// <summary>One kind of things that a set-up is made of: how files say it, and how it is read and applied.</summary>
/// <param name="member">The member of the document, a list.</param>
/// <param name="noun">What one is called.</param>
/// <param name="schema">What files say of one.</param>
internal abstract class SetupPart(string member, string noun, ObjectSchema schema)
{
    /// <summary>The member of the document.</summary>
    public string Member { get; } = member;

    /// <summary>What one is called.</summary>
    public string Noun { get; } = noun;

    /// <summary>What files say of one.</summary>
    public ObjectSchema Schema { get; } = schema;

    /// <summary>Whether each has a file of its own.</summary>
    public bool IsFolder { get; init; }

    /// <summary>Whether it can be deleted.</summary>
    public abstract bool CanDelete { get; }

    /// <summary>The identity of one, once it is known to have the shape.</summary>
    public abstract string NameOf(JsonElement json);

    /// <summary>All there are, in the order of their names.</summary>
    public abstract IEnumerable<SetupEntity> Read(SetupView view);

    /// <summary>Those that others refer to come first.</summary>
    public virtual int Rank(JsonElement json) => 0;

    /// <summary>Creates or changes one.</summary>
    public abstract Task PutAsync(SetupRun run, SetupEntity? known, JsonElement wanted, string pointer, CancellationToken cancellation);

    /// <summary>Does what must wait until all others are there.</summary>
    public virtual Task FinishAsync(SetupRun run, SetupEntity? known, JsonElement wanted, string pointer, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Deletes one.</summary>
    public abstract Task DeleteAsync(SetupRun run, SetupEntity known, CancellationToken cancellation);
}
