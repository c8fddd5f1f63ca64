namespace Talon.Http;

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means, with unit and range.</param>
/// <param name="Schema">Its value.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Example">A value for the published description: text, a number or a boolean.</param>
public sealed record Property(string Name, string Description, Schema Schema, bool IsRequired, object? Example = null)
{
    /// <summary>A member that must be there.</summary>
    public static Property Required(string name, string description, Schema schema, object? example = null) => new(name, description, schema, true, example);

    /// <summary>A member that may be left out; in a request, null means left out.</summary>
    public static Property Optional(string name, string description, Schema schema, object? example = null) => new(name, description, schema, false, example);
}
