using Talon.Promotions;

namespace Talon.Http;

/// <summary>A declared path or query parameter.</summary>
public abstract class Parameter
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, with its default.</summary>
    public required string Description { get; init; }

    /// <summary>Whether it stands in the path rather than in the query.</summary>
    public bool InPath { get; init; }

    /// <summary>Whether a call without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The shape of its value; for a list, an <see cref="ArraySchema"/>.</summary>
    public required Schema Schema { get; init; }

    /// <summary>Turns the decoded texts of all its occurrences into a value; adds what is wrong with them.</summary>
    internal abstract object? Read(IReadOnlyList<string> texts, List<Problem> problems);

    /// <summary>Adds a problem with this parameter.</summary>
    private protected void Refuse(List<Problem> problems, string title, string details) =>
        problems.Add(new Problem(title, details, Parameter: Name));
}
