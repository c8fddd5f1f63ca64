namespace Talon.Http;

/// <summary>A declared parameter with the type of its value.</summary>
/// <typeparam name="T">The type of the value; nullable where the parameter may be left out without a default.</typeparam>
public abstract class Parameter<T> : Parameter
{
    /// <summary>The value when it is left out.</summary>
    public required T Default { get; init; }
}
