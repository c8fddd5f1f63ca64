using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Work that a request leaves for the time after its answer: tidying that nobody waits for.</summary>
/// <remarks>A host runs it once the answer is on its way. What is not run is done later by the guard message, or expires.</remarks>
public sealed class AfterAnswer
{
    private readonly List<Func<Task>> _work = [];

    /// <summary>Adds work.</summary>
    public void Add(Func<Task> work) => _work.Add(work);

    /// <summary>Runs the work, side by side. A store that does not answer is no failure.</summary>
    public Task RunAsync() => _work.Count == 0 ? Task.CompletedTask : Task.WhenAll(_work.Select(QuietlyAsync));

    private static async Task QuietlyAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StorageUnavailableException)
        {
        }
    }
}
