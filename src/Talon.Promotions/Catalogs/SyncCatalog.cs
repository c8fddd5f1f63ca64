namespace Talon.Promotions;

/// <summary>Applies what a request that died has left over of a sync.</summary>
internal sealed class SyncCatalog(CatalogWriter writer) : IChoreSteps
{
    /// <inheritdoc/>
    public ChoreKind Kind => ChoreKind.SyncCatalog;

    /// <inheritdoc/>
    public async Task<ChoreRow?> StepAsync(ChoreRow chore, CancellationToken cancellation)
    {
        await writer.ApplyLeftOverAsync(chore.CatalogId, cancellation);
        return null;
    }
}
