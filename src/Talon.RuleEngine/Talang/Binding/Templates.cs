namespace Talon.RuleEngine.Talang;

/// <summary>Templates of a ruleset: expressions with places for arguments, put in where they are called.</summary>
internal sealed class Templates
{
    private readonly Dictionary<string, Template> _templates = [];
    private readonly Stack<(Template Template, Expression[] Arguments)> _open = [];

    /// <summary>The arguments of the template being put in; null outside of one.</summary>
    public Expression[]? Arguments => _open.TryPeek(out var open) ? open.Arguments : null;

    public void Set(Template template) => _templates[template.Head.Name] = template;

    public Template? Find(string name) => _templates.GetValueOrDefault(name);

    public bool IsOpen(Template template) => _open.Any(open => open.Template == template);

    /// <summary>Binds the template's body with its arguments.</summary>
    public Expression Bind(Binder binder, Template template, Expression[] arguments)
    {
        _open.Push((template, arguments));
        var expression = binder.Bind(template.Body);
        _open.Pop();
        return expression;
    }
}

/// <summary>A template.</summary>
internal sealed record Template(TemplateHead Head, SyntaxNode Body);
