namespace Talon.Simulation;

/// <summary>Everything that watches a run.</summary>
internal sealed class Watchers
{
    private readonly List<Invariant> _invariants = [];

    /// <summary>Begins to watch the store.</summary>
    public Watchers(World world)
    {
        world.Store.Committed += commit => Each(invariant => invariant.Committed(commit));
        world.Store.Sent += (queue, message) => Each(invariant => invariant.Sent(queue, message));
        world.Store.Deleted += (queue, message) => Each(invariant => invariant.Deleted(queue, message));
    }

    /// <summary>Adds one; they look in the order in which they were added.</summary>
    public void Add(Invariant invariant) => _invariants.Add(invariant);

    /// <summary>A request is about to be sent.</summary>
    public void Begun(Sending sending) => Each(invariant => invariant.Begun(sending));

    /// <summary>A client heard of a request.</summary>
    public void Answered(Sending sending) => Each(invariant => invariant.Answered(sending));

    /// <summary>A request is over, with all that it left for after its answer.</summary>
    public void Finished(Sending sending) => Each(invariant => invariant.Finished(sending));

    /// <summary>Looks at the store in the middle of things.</summary>
    public void Check() => Each(invariant => invariant.Check());

    /// <summary>Looks at a store at rest.</summary>
    public async Task CheckAtRestAsync()
    {
        Check();
        foreach (var invariant in _invariants)
            await invariant.CheckAtRestAsync();
    }

    /// <summary>Lets each do its probe.</summary>
    public async Task ProbeAsync()
    {
        foreach (var invariant in _invariants)
            await invariant.ProbeAsync();
    }

    private void Each(Action<Invariant> look)
    {
        foreach (var invariant in _invariants)
            look(invariant);
    }
}
