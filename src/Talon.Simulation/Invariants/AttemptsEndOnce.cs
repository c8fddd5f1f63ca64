using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>An attempt ends once: one that was abandoned, so that its claims may be released, is never committed, and the other way round.</summary>
internal sealed class AttemptsEndOnce(World world) : Invariant(world, "Attempts end once")
{
    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        foreach (var row in commit.Rows)
        {
            if (row is not { Before: { } before, After: { } after } || !row.Key.StartsWith(OwnerRows.Ended(""), StringComparison.Ordinal))
                continue;
            var (was, becomes) = (State(before.Body), State(after));
            if (was != becomes)
                Violated($"{row.Key} of {commit.Partition} was {was}, and then {becomes}");
        }
    }

    private static AttemptState State(ReadOnlyMemory<byte> body) => RowCodec.Decode(body, RowJson.Default.AttemptRow).State;
}
