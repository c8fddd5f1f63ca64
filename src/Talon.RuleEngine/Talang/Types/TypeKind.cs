namespace Talon.RuleEngine;

/// <summary>The kinds of <see cref="TalangType"/>.</summary>
public enum TypeKind
{
    /// <summary>Any value; what it is shows when it is evaluated.</summary>
    Any,

    /// <summary>No value at all: what <c>noop</c> gives. It fits wherever a value is asked for.</summary>
    Nothing,

    /// <summary>Text.</summary>
    String,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A point in time.</summary>
    Time,

    /// <summary>A place on Earth.</summary>
    Location,

    /// <summary>A list of values of one type.</summary>
    List,

    /// <summary>An object of the engine, such as an item.</summary>
    Entity,

    /// <summary>An effect.</summary>
    Effect,

    /// <summary>A map from names to values.</summary>
    Map,

    /// <summary>A block: an expression over an element that it names.</summary>
    Block,

    /// <summary>One of a few texts, written out.</summary>
    Choice,

    /// <summary>A text written out in the rule.</summary>
    Literal,

    /// <summary>Something of the account, named by id or unique name.</summary>
    Reference,

    /// <summary>In a signature: the same type wherever the letter stands.</summary>
    Variable,
}
