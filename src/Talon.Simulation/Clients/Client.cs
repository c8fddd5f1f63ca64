using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Sends one request after the other, thinks in between, and sends again what got lost.</summary>
internal sealed class Client(World world, Workload workload, Desk desk, int number)
{
    private const int MostRepeats = 3;

    private readonly Random _random = world.Stream(100 + number);

    /// <summary>Goes on until enough was sent.</summary>
    public async Task RunAsync()
    {
        while (desk.Sent < world.Options.Operations && !world.Ending)
        {
            var operation = workload.Next();
            if (operation.Keyed && _random.Next(12) == 0)
                world.Spawn("twin", () => SendAsync(operation));
            await PursueAsync(operation);
            await Task.Delay(world.Scenario.LongestThought * Math.Pow(_random.NextDouble(), 4), world.Time);
        }
    }

    private async Task PursueAsync(Operation operation)
    {
        var sending = await SendAsync(operation);
        for (var repeats = 0; repeats < MostRepeats && WantsAgain(sending); repeats++)
        {
            await Task.Delay(TimeSpan.FromSeconds(_random.NextDouble()), world.Time);
            sending = await SendAsync(operation);
        }

        if (sending.Outcome == Outcome.Lost && operation is UpdateSession or ReopenSession or ReturnItems && _random.Next(2) == 0)
            await SendAsync(workload.Again(operation));
    }

    /// <summary>What got lost is sent again under its key; and what was answered too, now and then.</summary>
    private bool WantsAgain(Sending sending) => sending.Operation.Keyed && sending.Outcome switch
    {
        Outcome.Lost => true,
        Outcome.Acknowledged => _random.Next(6) == 0,
        _ => false,
    };

    private async Task<Sending> SendAsync(Operation operation)
    {
        var sending = await desk.SendAsync(operation, patient: _random.Next(30) > 0);
        if (sending.Outcome == Outcome.Acknowledged && operation.SessionId is { } session && State(sending) is { } state)
            workload.Heard(session, state);
        return sending;
    }

    private static SessionState? State(Sending sending) => sending.Operation switch
    {
        UpdateSession { Update.Dry: true } => null,
        ActivatePoints => null,
        ReopenSession => SessionState.Open,
        _ => Answer.Parse(sending.Answer).State,
    };
}
