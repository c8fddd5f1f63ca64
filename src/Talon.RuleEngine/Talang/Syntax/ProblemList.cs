namespace Talon.RuleEngine.Talang;

/// <summary>The problems found so far, at most <see cref="Limit"/>.</summary>
internal sealed class ProblemList
{
    /// <summary>Most problems reported for one ruleset; a person reads no more.</summary>
    public const int Limit = 500;

    private readonly List<RulesetProblem> _problems = [];

    public IReadOnlyList<RulesetProblem> All => _problems;

    public int Count => _problems.Count;

    public void Add(string pointer, string message, string? expected = null, string? found = null)
    {
        if (_problems.Count < Limit)
            _problems.Add(new(pointer, message, expected, found));
    }

    public void Add(SyntaxNode node, string message, string? expected = null, string? found = null)
    {
        if (_problems.Count < Limit)
            _problems.Add(new(node.Pointer, message, expected, found));
    }
}
