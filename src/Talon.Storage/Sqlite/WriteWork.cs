namespace Talon.Storage;

/// <summary>A piece of writing that waits for its turn in a group.</summary>
internal abstract class WriteWork
{
    /// <summary>Does the work; false when what it wrote is to be undone.</summary>
    public abstract bool Run();

    /// <summary>Hands the result over, once the group is committed.</summary>
    public abstract void Complete();

    /// <summary>Hands an error over; the first one counts.</summary>
    public abstract void Fail(Exception error);
}
