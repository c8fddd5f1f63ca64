using System.Text.Json;

namespace Talon.Promotions;

/// <summary>Long work that goes on in steps, and goes on after a crash where it stood.</summary>
internal sealed record ChoreRow
{
    /// <summary>Names it; "" for one that is not planned yet and gets a name of its own.</summary>
    public string Id { get; init; } = "";

    /// <summary>What is to be done.</summary>
    public required ChoreKind Kind { get; init; }

    /// <summary>The job that it does.</summary>
    public long Job { get; init; }

    /// <summary>The audience that it is about.</summary>
    public AudienceReference Audience { get; init; }

    /// <summary>The catalog that it is about.</summary>
    public long CatalogId { get; init; }

    /// <summary>The customer that it is about, by integration id.</summary>
    public string? Customer { get; init; }

    /// <summary>Attributes to set.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>A partition that it is about.</summary>
    public string? Partition { get; init; }

    /// <summary>The partition that it has come to, among those that it goes through.</summary>
    public int At { get; init; }

    /// <summary>The row from which on it goes on there; "" for the first.</summary>
    public string From { get; init; } = "";
}

/// <summary>The kinds of long work.</summary>
internal enum ChoreKind
{
    /// <summary>Take away memberships of an audience that is deleted or was emptied.</summary>
    RemoveMemberships,

    /// <summary>Set attributes of all members of an audience.</summary>
    SetAttributes,

    /// <summary>Remove a kept answer that has expired.</summary>
    RemoveAnswer,

    /// <summary>Apply what is left over of a sync of a catalog.</summary>
    SyncCatalog,

    /// <summary>Erase a customer.</summary>
    EraseCustomer,

    /// <summary>Remove the kept calls that name a customer.</summary>
    EraseAccessLogs,

    /// <summary>Do a job.</summary>
    RunJob,
}

/// <summary>Names a chore in a message.</summary>
/// <param name="Chore">The chore.</param>
internal sealed record ChoreReference(string Chore);
