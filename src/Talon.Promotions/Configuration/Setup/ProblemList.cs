namespace Talon.Promotions;

/// <summary>Gathers what is wrong with a request, so that all of it is reported at once.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public ICollection<Problem> All => _problems;

    /// <summary>Something is not allowed.</summary>
    public void Invalid(string details, string pointer) => _problems.Add(new("Invalid", details, pointer));

    /// <summary>Something is named that does not exist.</summary>
    public void Unknown(string details, string pointer) => _problems.Add(new("Unknown", details, pointer));

    /// <summary>Something that never changes is different.</summary>
    public void Unchanged<T>(T before, T now, string name)
    {
        if (!EqualityComparer<T>.Default.Equals(before, now))
            Invalid($"\"{name}\" cannot be changed; it is \"{before}\"", "/" + name);
    }

    /// <summary>Refuses the request when there are problems.</summary>
    public void Throw()
    {
        if (_problems.Count > 0)
            throw new InvalidRequestException(_problems);
    }
}
