namespace Talon.Http;

/// <summary>Makes parameters of the usual kinds.</summary>
/// <remarks>Source: Integration API 26.16, and what the SDKs send.</remarks>
public static class Parameters
{
    /// <summary>An id in the path that the caller chose: 1 to 1,000 characters.</summary>
    public static Parameter<string> PathId(string name, string description)
    {
        var schema = StringSchema.IntegrationId;
        return new SingleParameter<string>
        {
            Name = name,
            Description = description,
            InPath = true,
            Schema = schema,
            Default = "",
            EmptyIsValue = true,
            ReadText = (string text, out (string, string)? problem) => TextReaders.Text(text, schema, out problem),
        };
    }

    /// <summary>A server-assigned id in the path.</summary>
    public static Parameter<long> PathInteger(string name, string description)
    {
        var schema = new IntegerSchema { Minimum = 1 };
        return new SingleParameter<long>
        {
            Name = name,
            Description = description,
            InPath = true,
            Schema = schema,
            Default = 0,
            EmptyIsValue = true,
            ReadText = (string text, out (string, string)? problem) => TextReaders.Integer(text, schema, out problem),
        };
    }

    /// <summary>A boolean; false when left out, unless said otherwise.</summary>
    public static Parameter<bool> Boolean(string name, string description, bool whenAbsent = false) => new SingleParameter<bool>
    {
        Name = name,
        Description = description,
        Schema = new BooleanSchema { Default = whenAbsent },
        Default = whenAbsent,
        ReadText = TextReaders.Boolean,
    };

    /// <summary>A boolean of which it matters whether it was given.</summary>
    public static Parameter<bool?> OptionalBoolean(string name, string description) => new SingleParameter<bool?>
    {
        Name = name,
        Description = description,
        Schema = new BooleanSchema(),
        Default = null,
        ReadText = (string text, out (string, string)? problem) => TextReaders.Boolean(text, out problem),
    };

    /// <summary>The parameter <c>silent</c>: true, which is the default, for an empty answer.</summary>
    public static Parameter<bool> Silent()
    {
        var schema = new StringSchema { Enum = ["yes", "no"], Default = "yes" };
        return new SingleParameter<bool>
        {
            Name = "silent",
            Description = "With yes, the default, the answer is 204 without a body.",
            Schema = schema,
            Default = true,
            ReadText = (string text, out (string, string)? problem) => TextReaders.Text(text, schema, out problem) == "yes",
        };
    }

    /// <summary>An integer that may be left out.</summary>
    public static Parameter<long?> Integer(string name, string description, long minimum = 1)
    {
        var schema = new IntegerSchema { Minimum = minimum };
        return new SingleParameter<long?>
        {
            Name = name,
            Description = description,
            Schema = schema,
            Default = null,
            ReadText = (string text, out (string, string)? problem) => TextReaders.Integer(text, schema, out problem),
        };
    }

    /// <summary>The parameter <c>pageSize</c>, 1 to 1,000.</summary>
    public static Parameter<int> PageSize(int whenAbsent = 1000)
    {
        var schema = new IntegerSchema { Minimum = 1, Maximum = 1000, Default = whenAbsent };
        return new SingleParameter<int>
        {
            Name = "pageSize",
            Description = $"Most entries in the answer; {whenAbsent} when left out.",
            Schema = schema,
            Default = whenAbsent,
            ReadText = (string text, out (string, string)? problem) => (int)TextReaders.Integer(text, schema, out problem),
        };
    }

    /// <summary>The parameter <c>skip</c>.</summary>
    public static Parameter<int> Skip()
    {
        var schema = new IntegerSchema { Minimum = 0, Maximum = int.MaxValue, Default = 0 };
        return new SingleParameter<int>
        {
            Name = "skip",
            Description = "Entries to pass over before the first one in the answer.",
            Schema = schema,
            Default = 0,
            ReadText = (string text, out (string, string)? problem) => (int)TextReaders.Integer(text, schema, out problem),
        };
    }

    /// <summary>The parameter <c>sort</c>: the name of a field, with a minus sign in front for descending order.</summary>
    public static Parameter<string?> Sort(params IReadOnlyList<string> fields) =>
        Choice("sort", "The field to sort by; descending with a minus sign in front.", [.. fields, .. fields.Select(field => "-" + field)]);

    /// <summary>Text that may be left out.</summary>
    public static Parameter<string?> Text(string name, string description, int maxLength = 1000) =>
        Text(name, description, new StringSchema { MaxLength = maxLength });

    /// <summary>One of some names; may be left out.</summary>
    public static Parameter<string?> Choice(string name, string description, IReadOnlyList<string> allowed, string? whenAbsent = null) =>
        Text(name, description, new StringSchema { Enum = allowed, Default = whenAbsent }, emptyIsValue: false);

    /// <summary>A point in time, or a date, which means its first moment in UTC.</summary>
    public static Parameter<DateTimeOffset?> Time(string name, string description) => new SingleParameter<DateTimeOffset?>
    {
        Name = name,
        Description = description,
        Schema = StringSchema.DateTime,
        Default = null,
        ReadText = TextReaders.Time,
    };

    /// <summary>A point in time, or a date, which means its first moment in UTC; a call without it is refused.</summary>
    public static Parameter<DateTimeOffset?> RequiredTime(string name, string description) => new SingleParameter<DateTimeOffset?>
    {
        Name = name,
        Description = description,
        IsRequired = true,
        Schema = StringSchema.DateTime,
        Default = null,
        ReadText = TextReaders.Time,
    };

    /// <summary>A list of text; null when left out.</summary>
    public static Parameter<IReadOnlyList<string>?> TextList(string name, string description, int maxLength = 1000) =>
        TextList(name, description, new StringSchema { MaxLength = maxLength });

    /// <summary>A list of some names; null when left out.</summary>
    public static Parameter<IReadOnlyList<string>?> ChoiceList(string name, string description, IReadOnlyList<string> allowed) =>
        TextList(name, description, new StringSchema { Enum = allowed });

    /// <summary>A list of integers; null when left out.</summary>
    public static Parameter<IReadOnlyList<long>?> IntegerList(string name, string description)
    {
        var schema = new IntegerSchema();
        return new ListParameter<long>
        {
            Name = name,
            Description = description,
            Schema = new ArraySchema(schema),
            Default = null,
            ReadText = (string text, out (string, string)? problem) => TextReaders.Integer(text, schema, out problem),
        };
    }

    private static SingleParameter<string?> Text(string name, string description, StringSchema schema, bool emptyIsValue = true) => new()
    {
        Name = name,
        Description = description,
        Schema = schema,
        Default = schema.Default,
        EmptyIsValue = emptyIsValue,
        ReadText = (string text, out (string, string)? problem) => TextReaders.Text(text, schema, out problem),
    };

    private static ListParameter<string> TextList(string name, string description, StringSchema schema) => new()
    {
        Name = name,
        Description = description,
        Schema = new ArraySchema(schema),
        Default = null,
        ReadText = (string text, out (string, string)? problem) => TextReaders.Text(text, schema, out problem),
        MayHoldCommas = schema.Enum is null,
    };
}
