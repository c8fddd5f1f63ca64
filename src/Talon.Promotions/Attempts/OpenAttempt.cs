using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A pending attempt in the hands of the request that began it.</summary>
internal sealed class OpenAttempt(AttemptReference reference, AttemptRow row, string etag, string? heldETag, QueueMessage guard)
{
    /// <summary>Which one it is.</summary>
    public AttemptReference Reference => reference;

    /// <summary>The row as it was last written.</summary>
    public AttemptRow Row { get; private set; } = row;

    /// <summary>The ETag of that row.</summary>
    public string ETag { get; private set; } = etag;

    /// <summary>The ETag of the note left with the profile; null for none.</summary>
    public string? HeldETag => heldETag;

    /// <summary>The guard message, which nobody needs once the attempt is settled.</summary>
    public QueueMessage Guard => guard;

    /// <summary>Takes note of a further write.</summary>
    public void Written(AttemptRow next, string nextETag) => (Row, ETag) = (next, nextETag);

    /// <summary>The changes that turn it to committed; they fail once it was abandoned.</summary>
    public IEnumerable<Change> Commit(IReadOnlyList<Claim> confirmed)
    {
        yield return Change.Delete(OwnerRows.Pending(reference.Id), ETag);
        yield return Change.Insert(OwnerRows.Ended(reference.Id), RowCodec.Encode(Row with { State = AttemptState.Committed, Claims = confirmed }, RowJson.Default.AttemptRow));
    }
}
