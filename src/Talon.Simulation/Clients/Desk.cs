using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation;

/// <summary>Sends operations to instances, as a web server would, and hears what becomes of them.</summary>
internal sealed class Desk(World world, Fleet fleet, Watchers watchers)
{
    private readonly Random _random = world.Stream(9);
    private readonly SortedDictionary<string, int> _labels = new(StringComparer.Ordinal);
    private long _sendings;

    /// <summary>Requests that were answered.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Requests that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Requests whose sender never heard.</summary>
    public int Lost { get; private set; }

    /// <summary>How many requests asked for what.</summary>
    public IReadOnlyDictionary<string, int> Labels => _labels;

    /// <summary>Requests sent so far.</summary>
    public int Sent => (int)_sendings;

    /// <summary>Sends an operation, and gives it back with its outcome.</summary>
    /// <param name="operation">What is to be done.</param>
    /// <param name="patient">Whether the client waits for the answer, however long it takes; some do not.</param>
    public async Task<Sending> SendAsync(Operation operation, bool patient = true)
    {
        var instance = await fleet.AnyAsync(_random);
        var alive = instance.Life();
        var sending = new Sending(++_sendings, operation, instance.Name);
        _labels[operation.Label] = _labels.GetValueOrDefault(operation.Label) + 1;
        Work.Begin(sending.Name, sending);
        world.Trace.Note(sending.Name, "request", "", operation.ToString);
        watchers.Begun(sending);
        using var patience = new CancellationTokenSource(patient ? Timeout.InfiniteTimeSpan : Patience(), world.Time);

        var context = new RequestContext { ApplicationId = SimulatedShop.ApplicationId, Now = world.Time.GetUtcNow(), Idempotency = operation.Key };
        await RunAsync(sending, instance.Services, context, alive, patience.Token);
        Count(sending);
        world.Trace.Note(sending.Name, "answer", "", () => $"{sending.Outcome} {sending.Refusal?.Message} {Tell(sending)}");
        watchers.Answered(sending);
        if (alive())
            world.Spawn(sending.Name, () => FinishAsync(sending, context));
        return sending;
    }

    private async Task RunAsync(Sending sending, PromotionServices services, RequestContext context, Func<bool> alive, CancellationToken cancellation)
    {
        try
        {
            sending.Answer = await sending.Operation.RunAsync(services, context, Render, cancellation);
            sending.Outcome = Outcome.Acknowledged;
        }
        catch (RefusalException refusal)
        {
            (sending.Outcome, sending.Refusal) = (Outcome.Refused, refusal);
        }
        catch (Exception failure) when (failure is CrashException or StorageUnavailableException or OperationCanceledException)
        {
            sending.Outcome = Outcome.Lost;
        }
        catch (Exception failure)
        {
            world.Fail($"Invariant 11: {sending} failed with {failure}");
        }

        if (!alive())
            sending.Outcome = Outcome.Lost;

        byte[] Render(IntegrationState state)
        {
            sending.Rendered = state;
            return Answer.Render(state);
        }
    }

    private async Task FinishAsync(Sending sending, RequestContext context)
    {
        Work.Begin(sending.Name, sending);
        await context.AfterAnswer.RunAsync();
        watchers.Finished(sending);
    }

    private TimeSpan Patience() => TimeSpan.FromMilliseconds(Math.Pow(10, 4 * _random.NextDouble()));

    private void Count(Sending sending)
    {
        Acknowledged += sending.Outcome == Outcome.Acknowledged ? 1 : 0;
        Refused += sending.Outcome == Outcome.Refused ? 1 : 0;
        Lost += sending.Outcome == Outcome.Lost ? 1 : 0;
    }

    private static string Tell(Sending sending) => sending.Outcome == Outcome.Acknowledged ? System.Text.Encoding.UTF8.GetString(sending.Answer.Span) : "";
}
