namespace Talon.RuleEngine.Talang;

/// <summary>A name that expressions may read.</summary>
/// <param name="Name">The name.</param>
/// <param name="Read">Its value.</param>
/// <param name="Usage">What reading it looks at.</param>
/// <param name="Depth">How deep what it stands for is nested.</param>
internal sealed record Variable(string Name, Expression Read, Usage Usage = Usage.None, int Depth = 0)
{
    /// <summary>Whether anything read it.</summary>
    public bool WasRead { get; set; }
}
