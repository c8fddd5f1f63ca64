namespace Talon.Simulation;

/// <summary>Something that must be true of every run.</summary>
/// <param name="world">The run.</param>
/// <param name="name">Its number in the design, or its name where it has none, and what it says.</param>
internal abstract class Invariant(World world, string name)
{
    /// <summary>The run.</summary>
    protected World World => world;

    /// <summary>Looks at a request that is about to be sent.</summary>
    public virtual void Begun(Sending sending)
    {
    }

    /// <summary>Looks at a transaction.</summary>
    public virtual void Committed(StoreCommit commit)
    {
    }

    /// <summary>Looks at a message that was sent.</summary>
    public virtual void Sent(string queue, string message)
    {
    }

    /// <summary>Looks at a message that is gone.</summary>
    public virtual void Deleted(string queue, string message)
    {
    }

    /// <summary>Looks at what a client heard.</summary>
    public virtual void Answered(Sending sending)
    {
    }

    /// <summary>Looks at a request that is over, with all that it left for after its answer.</summary>
    public virtual void Finished(Sending sending)
    {
    }

    /// <summary>Looks at the store as it is in the middle of things.</summary>
    public virtual void Check()
    {
    }

    /// <summary>Looks at the store once everything has come to rest.</summary>
    public virtual Task CheckAtRestAsync() => Task.CompletedTask;

    /// <summary>Does something to a shop at rest, and looks at what comes of it.</summary>
    public virtual Task ProbeAsync() => Task.CompletedTask;

    /// <summary>Says that it does not hold.</summary>
    protected void Violated(string what) => world.Fail($"{name}: {what}");
}
