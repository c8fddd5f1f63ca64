namespace Talon.RuleEngine;

/// <summary>Reads the text form of <see cref="Signature"/>.</summary>
internal sealed class SignatureReader(string text)
{
    private int _at;

    public (IReadOnlyList<Parameter> Parameters, IReadOnlyList<Parameter> Options, TalangType? FreeOption, TalangType Result) Read()
    {
        var parameters = new List<Parameter>();
        var options = new List<Parameter>();
        TalangType? free = null;
        Expect("(");
        while (!Accept(")"))
        {
            if (Accept("{"))
                free = Options(options);
            else
                parameters.Add(Parameter());
            Accept(",");
        }

        Expect("->");
        return (parameters, options, free, Type());
    }

    private TalangType? Options(List<Parameter> options)
    {
        TalangType? free = null;
        while (!Accept("}"))
        {
            if (Accept("*:"))
                free = Type();
            else
                options.Add(Parameter() with { Presence = Presence.Optional });
            Accept(",");
        }

        return free;
    }

    private Parameter Parameter()
    {
        var name = Word();
        var optional = Accept("?");
        Expect(":");
        var type = Type();
        return new(name, type, Accept("...") ? Presence.Repeated : optional ? Presence.Optional : Presence.Required);
    }

    private TalangType Type()
    {
        if (Accept("["))
        {
            var element = Type();
            Expect("]");
            return TalangType.ListOf(element);
        }

        if (Accept("("))
        {
            var parameter = Type();
            Expect(")");
            Expect("=>");
            return TalangType.BlockOf(parameter, Type());
        }

        if (Accept("@"))
            return TalangType.ReferenceTo(Word());
        return Accept("'") ? Choice() : Named(Word());
    }

    private TalangType Choice()
    {
        var choices = new List<string>();
        do
        {
            choices.Add(Word());
            Expect("'");
            if (!Accept("|"))
                return TalangType.ChoiceOf(choices);
            Expect("'");
        }
        while (true);
    }

    private static TalangType Named(string word) => word switch
    {
        "any" => TalangType.Any,
        "nothing" => TalangType.Nothing,
        "string" => TalangType.String,
        "number" => TalangType.Number,
        "boolean" => TalangType.Boolean,
        "time" => TalangType.Time,
        "location" => TalangType.Location,
        "effect" => TalangType.Effect,
        "map" => TalangType.Map,
        "literal" => TalangType.Literal,
        { Length: 1 } => TalangType.Variable(word),
        _ => TalangType.EntityOf(word),
    };

    private string Word()
    {
        Skip();
        var start = _at;
        while (_at < text.Length && char.IsLetterOrDigit(text[_at]))
            _at++;
        return _at > start ? text[start.._at] : throw Wrong("a word");
    }

    private bool Accept(string token)
    {
        Skip();
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0)
            return false;
        _at += token.Length;
        return true;
    }

    private void Expect(string token)
    {
        if (!Accept(token))
            throw Wrong($"\"{token}\"");
    }

    private void Skip()
    {
        while (_at < text.Length && text[_at] == ' ')
            _at++;
    }

    private FormatException Wrong(string expected) => new($"Expected {expected} at {_at} in the signature \"{text}\".");
}
