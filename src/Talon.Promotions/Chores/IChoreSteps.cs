namespace Talon.Promotions;

/// <summary>Does one kind of long work.</summary>
internal interface IChoreSteps
{
    /// <summary>The kind.</summary>
    ChoreKind Kind { get; }

    /// <summary>Does one step, of about a hundred rows; doing it again changes nothing.</summary>
    /// <returns>The chore as it goes on; null when it is done.</returns>
    Task<ChoreRow?> StepAsync(ChoreRow chore, CancellationToken cancellation);
}
