using System.Globalization;
using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Something that a client wants done; it may be sent more than once.</summary>
internal abstract class Operation
{
    /// <summary>Counts operations, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Whether repeats are promised to be the same request.</summary>
    public bool Keyed { get; init; }

    /// <summary>The integration id of the session at hand; null for none.</summary>
    public virtual string? SessionId => null;

    /// <summary>The integration id of the profile named; null for none.</summary>
    public virtual string? ProfileId => null;

    /// <summary>What it is, in a word or two.</summary>
    public abstract string Label { get; }

    /// <summary>How often it was committed.</summary>
    public int Commits { get; set; }

    /// <summary>The answer that was given first; null before.</summary>
    public ReadOnlyMemory<byte>? FirstAnswer { get; set; }

    /// <summary>The key that its repeats have in common; null where none is promised.</summary>
    public IdempotencyKey? Key => Keyed
        ? new IdempotencyKey(string.Create(CultureInfo.InvariantCulture, $"key-{Number}"), $"{GetType().Name} {SessionId ?? ProfileId}", string.Create(CultureInfo.InvariantCulture, $"body-{Number}"))
        : null;

    /// <summary>Calls the use case.</summary>
    public abstract Task<ReadOnlyMemory<byte>> RunAsync(PromotionServices services, RequestContext context, Func<IntegrationState, byte[]> render, CancellationToken cancellation);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Number} {Label} {SessionId} {ProfileId}{(Keyed ? " keyed" : "")}");
}
