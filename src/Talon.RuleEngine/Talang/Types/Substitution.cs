namespace Talon.RuleEngine.Talang;

/// <summary>What the letters of a signature stand for at one call.</summary>
internal sealed class Substitution
{
    private TalangType? _t;
    private TalangType? _u;

    /// <summary>Whether something of the found type may stand where the wanted type is asked for; letters are bound on the way.</summary>
    public bool Admits(TalangType wanted, TalangType found)
    {
        if (wanted.Kind == TypeKind.Variable)
            return AdmitsVariable(wanted.Name!, found);
        if (wanted.Kind == TypeKind.Any)
            return found.Kind is not TypeKind.Effect;
        if (found.Kind is TypeKind.Any)
            return wanted.Kind is not (TypeKind.Effect or TypeKind.Block or TypeKind.Choice or TypeKind.Literal or TypeKind.Reference);
        if (found.Kind is TypeKind.Nothing)
            return true;
        if (wanted.Kind != found.Kind)
            return false;
        return wanted.Kind switch
        {
            TypeKind.List => Admits(wanted.Element!, found.Element!),
            TypeKind.Entity => wanted.Name == found.Name,
            _ => true,
        };
    }

    /// <summary>The type with its letters replaced; an unbound letter is any type.</summary>
    public TalangType Apply(TalangType type) => type.Kind switch
    {
        TypeKind.Variable => Bound(type.Name!) ?? TalangType.Any,
        TypeKind.List => TalangType.ListOf(Apply(type.Element!)),
        TypeKind.Block => TalangType.BlockOf(Apply(type.Parameter!), Apply(type.Element!)),
        _ => type,
    };

    private bool AdmitsVariable(string name, TalangType found)
    {
        if (Bound(name) is not { Kind: not TypeKind.Nothing } bound)
        {
            Bound(name) = found;
            return true;
        }

        return Admits(bound, found);
    }

    /// <summary>Signatures know two letters.</summary>
    private ref TalangType? Bound(string name) => ref name == "T" ? ref _t : ref _u;
}
